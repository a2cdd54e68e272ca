import path from "node:path";
import { build } from "esbuild";

const support = path.join(import.meta.dirname, "../../support");

/**
 * Makes one file of a script that a test starts and kills many times over, so that it begins fast.
 *
 * @param name of the script beside this one, without its ending
 * @returns what to start it with
 */
export async function bundledScript(name: string, folder: string): Promise<{ file: string; env: NodeJS.ProcessEnv }> {
  const file = path.join(folder, `${name}.cjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
    alias: { electron: path.join(support, "electron-stand-in.ts") },
  });
  return { file, env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, "compiled") } };
}
