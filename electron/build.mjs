// Builds `dist/`: `node electron/build.mjs [machine] [window]`. Called by launch.mjs, which knows what is out of date.
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import react from "@vitejs/plugin-react";
import * as esbuild from "esbuild";
import { build as viteBuild } from "vite";
import { stampFor } from "./launch/freshness.mjs";

const root = path.resolve(import.meta.dirname, "..");
const from = (name) => path.join(root, name);
const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : ["machine", "window"];

/** Shared by every bundle of what touches the machine. CommonJS, because a sandboxed preload script can be nothing else. */
const machine = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  outdir: from("dist/electron"),
  outExtension: { ".js": ".cjs" },
  define: { "import.meta.dirname": "__dirname" },
  legalComments: "none",
  logLevel: "warning",
};

/** The settings package asks for Electron by name, and does without it where it is told a folder. */
const withoutElectron = {
  name: "without-electron",
  setup(build) {
    build.onResolve({ filter: /^electron$/ }, () => ({ path: "electron", namespace: "nothing" }));
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default {};" }));
  },
};

async function buildMachine() {
  await rm(from("dist/electron"), { recursive: true, force: true });
  await esbuild.build({
    ...machine,
    entryPoints: ["main", "preload"].map((name) => from(`electron/${name}.ts`)),
    external: ["electron"],
  });
  await esbuild.build({
    ...machine,
    entryPoints: ["worker", "cli", "serve-loopback"].map((name) => from(`electron/${name}.ts`)),
    plugins: [withoutElectron],
  });
}

/** The window: two pages over one app, one for each transport. Nothing inline, so that the strict policy holds. */
async function buildWindow() {
  await viteBuild({
    configFile: false,
    root: from("renderer"),
    base: "./",
    logLevel: "warn",
    plugins: [react()],
    css: { lightningcss: { errorRecovery: true }, preprocessorOptions: { scss: { quietDeps: true } } },
    build: {
      outDir: from("dist/renderer"),
      emptyOutDir: true,
      target: "chrome120",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: [from("renderer/index.html"), from("renderer/electron.html")] },
    },
  });
}

const builders = { machine: buildMachine, window: buildWindow };

try {
  await mkdir(from("dist"), { recursive: true });
  for (const part of parts) {
    process.stderr.write(`Building the ${part}.\n`);
    const stamp = stampFor(root, part);
    await builders[part]();
    stamp();
  }
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
