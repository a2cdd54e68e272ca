import { readFile } from "node:fs/promises";
import path from "node:path";
import { authorityRegister } from "../../src/bids/authorities.ts";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import type { Ports } from "../../src/services/ports.ts";

/** The register of councils, read once. */
export function authoritiesFile(templates: string): Ports["authorities"] {
  const name = "authorities.yaml";
  const read = async () => {
    const text = await readFile(path.join(templates, "shared", name), "utf8");
    const register = readYaml(name, text, authorityRegister);
    if (!register.ok) throw new Error(register.error.join(" "));
    return register.value.authorities;
  };
  let held: ReturnType<typeof read> | undefined;
  return { all: () => (held ??= read()) };
}
