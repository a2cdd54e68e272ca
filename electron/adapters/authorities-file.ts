import { readFile } from "node:fs/promises";
import path from "node:path";
import { authorityRegister } from "../../src/bids/authorities.ts";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import type { Ports } from "../../src/services/ports.ts";
import { once } from "../../src/shared/once.ts";
import { nothingReady, type ReadyMade } from "./ready-made.ts";

/** The register of councils, read once. */
export function authoritiesFile(templates: string, ready: ReadyMade = nothingReady): Ports["authorities"] {
  const name = "authorities.yaml";
  const read = async () => {
    const text = await readFile(path.join(templates, "shared", name), "utf8");
    return ready.read("authorities", [text], async () => {
      const register = readYaml(name, text, authorityRegister);
      if (!register.ok) throw new Error(register.error.join(" "));
      return register.value.authorities;
    });
  };
  return { all: once(read) };
}
