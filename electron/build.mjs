// Builds `dist/`: `node electron/build.mjs [machine] [ready] [window]`. Called by launch.mjs, which knows what is out of date.
import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import react from "@vitejs/plugin-react";
import * as esbuild from "esbuild";
import { build as viteBuild } from "vite";
import { stampFor } from "./launch/freshness.mjs";

const root = path.resolve(import.meta.dirname, "..");
const from = (name) => path.join(root, name);
const asked = process.argv.slice(2);
const parts = asked.length > 0 ? asked : ["machine", "ready", "window"];

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
  // What another edition of the app read is not what this one would read.
  for (const old of ["dist/electron", "dist/ready"]) await rm(from(old), { recursive: true, force: true });
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

/** What the app would read and check each time it starts: the schemes and councils that come with it, read once. */
async function buildReady() {
  const script = from("dist/make-ready.cjs");
  await rm(from("dist/ready"), { recursive: true, force: true });
  const { outdir: _, ...toOneFile } = machine;
  await esbuild.build({ ...toOneFile, entryPoints: [from("electron/make-ready.ts")], outfile: script });
  await promisify(execFile)(process.execPath, [script, root]);
  await rm(script);
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

const said = {
  machine: "Building the machine.",
  ready: "Reading the schemes.",
  window: "Building the window.",
};
const builders = { machine: buildMachine, ready: buildReady, window: buildWindow };

try {
  await mkdir(from("dist"), { recursive: true });
  for (const part of parts) {
    process.stderr.write(`${said[part]}\n`);
    const stamp = stampFor(root, part);
    await builders[part]();
    stamp();
  }
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}
