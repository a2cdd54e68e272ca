import type { Handlers, InputOf, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { SchemeInspection } from "../contract/views.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Sessions } from "./bid-sessions.ts";
import { inspectPackage, type Inspected } from "./inspect-scheme.ts";
import { adoptInOpenBids, moveOpenBids } from "./open-under.ts";
import type { Ports } from "./ports.ts";
import type { SchemePackage } from "./scheme-ports.ts";

type Operations = "inspectScheme" | "installScheme" | "removeScheme" | "keptSchemes" | "restoreScheme";
type Installed = { id: string; version: string; bids: string[] };

/** So many inspections are held at once; an older one has to be made again. */
const mostHeld = 3;

/** Everything that is done with schemes beside reading them. What is installed is what was inspected, to the byte. */
export function schemeHandlers(ports: Ports, sessions: Sessions): Pick<Handlers<AppContract>, Operations> {
  const held = new Map<string, Inspected>();
  const inspect = async (read: Result<SchemePackage, string[]>, name: string): Promise<SchemeInspection> => {
    const id = ports.ids.next();
    const inspected = await inspectPackage(ports, sessions, { id, name, read });
    held.set(id, inspected);
    for (const old of [...held.keys()].slice(0, -mostHeld)) held.delete(old);
    return inspected.view;
  };
  return {
    inspectScheme: (asked) => readAsked(ports, asked, inspect),
    installScheme: async ({ inspection }) => {
      const inspected = held.get(inspection);
      if (!inspected) {
        return fail({
          code: "no-such-inspection",
          message: "That was looked at too long ago. Choose the scheme again.",
        });
      }
      const installed = await install(ports, sessions, inspected);
      if (installed.ok) held.delete(inspection);
      return installed;
    },
    removeScheme: ({ id }) => removeScheme(ports, sessions, id),
    keptSchemes: async () => ok(await ports.ownSchemes.kept()),
    restoreScheme: async ({ id, version }) => {
      if (!(await isKept(ports, id, version))) {
        return fail({ code: "no-such-scheme", message: `No version ${version} of “${id}” is kept here.` });
      }
      const read = await ports.ownSchemes.readKept(id, version);
      return install(ports, sessions, await inspectPackage(ports, sessions, { id: "", name: version, read }));
    },
  };
}

async function isKept(ports: Ports, id: string, version: string): Promise<boolean> {
  return (await ports.ownSchemes.kept()).some((one) => one.id === id && one.version === version);
}

async function readAsked(
  ports: Ports,
  asked: InputOf<AppContract["inspectScheme"]>,
  inspect: (read: Result<SchemePackage, string[]>, name: string) => Promise<SchemeInspection>,
): Promise<Result<SchemeInspection, OperationError<"no-such-place">>> {
  if ("base64" in asked) {
    const zip = ports.bytes.fromBase64(asked.base64);
    return ok(await inspect(await ports.ownSchemes.unpack(asked.name, zip), asked.name));
  }
  if ("kept" in asked) {
    const { id, version } = asked.kept;
    if (await isKept(ports, id, version)) {
      return ok(await inspect(await ports.ownSchemes.readKept(id, version), `${id} ${version}`));
    }
    return fail({ code: "no-such-place", message: `No version ${version} of “${id}” is kept here.` });
  }
  const place = ports.places.view(asked.token);
  if (!place) return fail({ code: "no-such-place", message: "That is not there any more. Choose it again." });
  return ok(await inspect(await ports.ownSchemes.read(asked.token), place.label));
}

async function install(
  ports: Ports,
  sessions: Sessions,
  { scheme, files, view }: Inspected,
): Promise<Result<Installed, OperationError<"faulty" | "cannot-write">>> {
  if (!scheme) {
    const message = `This scheme cannot be installed. ${view.faults.slice(0, 5).join(" ")}`;
    return fail({ code: "faulty", message });
  }
  const installed = await ports.ownSchemes.install(scheme.id, files);
  if (!installed.ok) return fail({ code: "cannot-write", message: installed.error });
  const bids = await adoptInOpenBids(ports, sessions, scheme);
  return ok({ id: scheme.id, version: scheme.version, bids });
}

type RemoveCode = "no-such-scheme" | "not-own" | "in-use" | "cannot-write";

async function removeScheme(
  ports: Ports,
  sessions: Sessions,
  id: string,
): Promise<Result<null, OperationError<RemoveCode>>> {
  const refuse = (code: RemoveCode, message: string) => fail({ code, message });
  const shelved = (await ports.schemes.list()).find((one) => one.id === id);
  if (!shelved) return refuse("no-such-scheme", `There is no scheme “${id}” here.`);
  if (!shelved.own)
    return refuse("not-own", `“${id}” came with Bidwright. Only schemes that you added can be taken away.`);
  const open = sessions.all().filter((one) => one.bid.scheme.id === id);
  const builtIn = await ports.schemes.builtInFiles(id);
  if (open.length > 0 && !builtIn) {
    const titles = open.map((one) => `“${one.bid.title}”`).join(", ");
    return refuse("in-use", `${titles} ${open.length === 1 ? "is" : "are"} open and needs it. Close that first.`);
  }
  const removed = await ports.ownSchemes.remove(id);
  if (!removed.ok) return refuse("cannot-write", removed.error);
  await moveOpenBids(ports, sessions, id);
  return ok(null);
}
