import * as z from "zod";

// Zod tries `new Function` when a schema is made unless told not to, and the content security policy reports it.
// This has to be imported before anything that makes a schema.
z.config({ jitless: true });
