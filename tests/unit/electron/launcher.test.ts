import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../support/bidwright.ts";

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-launcher-"));
const root = path.join(folder, "project");
const bin = path.join(folder, "bin");

/** Stands where npm does: says what it was asked, and "installs" what the lock file names. */
const fakeNpm = `#!/bin/sh
echo "npm $*" >> "${folder}/npm.log"
mkdir -p node_modules
cp package-lock.json node_modules/.package-lock.json
`;

/** A project of the launcher alone, whose build and command line only say that they ran. */
beforeAll(() => {
  for (const name of ["electron/launch", "src", "renderer", "templates", "dist/electron"])
    mkdirSync(path.join(root, name), { recursive: true });
  cpSync(path.join(projectRoot, "electron/launch.mjs"), path.join(root, "electron/launch.mjs"));
  cpSync(path.join(projectRoot, "electron/launch"), path.join(root, "electron/launch"), { recursive: true });
  writeFileSync(path.join(root, "package.json"), '{"type":"module"}');
  writeLock("1.0.0");
  writeFileSync(path.join(root, "src/a.ts"), "a");
  writeFileSync(
    path.join(root, "electron/build.mjs"),
    `import { stampFor } from "./launch/freshness.mjs";
     for (const part of process.argv.slice(2)) { console.error("built " + part); stampFor(${JSON.stringify(root)}, part)(); }`,
  );
  writeFileSync(
    path.join(root, "dist/electron/cli.cjs"),
    'console.log(JSON.stringify(process.argv.slice(2)), process.cwd()); process.exit(process.argv[2] === "fail" ? 7 : 0);',
  );
  writeFileSync(path.join(root, "dist/electron/serve-loopback.cjs"), 'console.log(process.argv.slice(2).join(" "));');
  mkdirSync(bin);
  writeFileSync(path.join(bin, "npm"), fakeNpm);
  chmodSync(path.join(bin, "npm"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeLock(version: string) {
  const packages = {
    "": {},
    "node_modules/x": { version },
    "node_modules/for-another-system": { version, optional: true },
  };
  writeFileSync(path.join(root, "package-lock.json"), JSON.stringify({ packages }));
}

const environment = (more: NodeJS.ProcessEnv = {}) => ({ PATH: `${bin}:${process.env["PATH"] ?? ""}`, ...more });

function launch(words: string[], more: NodeJS.ProcessEnv = {}, cwd = root) {
  const script = path.join(root, "electron/launch.mjs");
  const run = spawnSync(process.execPath, [script, ...words], { cwd, encoding: "utf8", env: environment(more) });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const npmCalls = () => {
  try {
    return readFileSync(path.join(folder, "npm.log"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
};

describe.skipIf(process.platform === "win32")("starting from nothing (needs a shell)", () => {
  test("installs, builds, and passes words and the way of ending on", () => {
    const first = launch(["bid", "check", "a b.bid"]);
    expect(first.out).toBe(`["check","a b.bid"] ${root}\n`);
    expect(first.err).toContain("Installing");
    expect(first.err).toContain("built machine");
    expect(npmCalls()).toEqual(["npm ci --loglevel=silent --no-progress"]);
    expect(launch(["bid", "fail"]).code).toBe(7);
  });

  test("does neither again while nothing changed, and says nothing", () => {
    expect(launch(["bid", "x"])).toEqual({ code: 0, out: `["x"] ${root}\n`, err: "" });
    expect(npmCalls()).toHaveLength(1);
  });

  test("builds again when a source changed, and only what is needed", () => {
    writeFileSync(path.join(root, "src/a.ts"), "changed");
    expect(launch(["bid", "x"]).err).toBe("built machine\n");
    expect(launch(["start"]).err).toBe("built ready\nbuilt window\n");
    writeFileSync(path.join(root, "src/b.ts"), "new");
    expect(launch(["start"]).err).toBe("built machine\nbuilt ready\nbuilt window\n");
    writeFileSync(path.join(root, "templates/a.yaml"), "new");
    expect(launch(["start"]).err).toBe("built ready\n");
  });

  test("installs again when the lock file names other packages", () => {
    writeLock("2.0.0");
    expect(launch(["bid", "x"]).err).toContain("Installing");
    expect(npmCalls()).toHaveLength(2);
    expect(launch(["bid", "x"]).err).toBe("");
  });

  test("serves a browser where there is no display, and says why", () => {
    expect(launch(["start"]).out).toBe("--because there is no display\n");
  });

  test("serves a browser where the runtime is not where it was said to be", () => {
    const { out } = launch(["start"], { DISPLAY: ":9", ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, "nowhere") });
    expect(out).toBe("--because no Electron runtime is where ELECTRON_OVERRIDE_DIST_PATH points\n");
  });

  test("serves a browser where the runtime cannot be fetched, and does not try again the same day", () => {
    mkdirSync(path.join(root, "node_modules/electron"), { recursive: true });
    writeFileSync(path.join(root, "node_modules/electron/install.js"), "process.exit(1)");
    expect(launch(["start"], { DISPLAY: ":9" })).toMatchObject({
      out: "--because the Electron runtime could not be fetched\n",
      err: expect.stringContaining("Fetching the Electron runtime") as string,
    });
    expect(launch(["start"], { DISPLAY: ":9" })).toMatchObject({
      out: "--because the Electron runtime could not be fetched today\n",
      err: "",
    });
  });

  test("opens the desktop app where there are a runtime and a display", () => {
    const runtime = path.join(folder, "runtime");
    mkdirSync(runtime);
    writeFileSync(path.join(runtime, "electron"), '#!/bin/sh\necho "electron $*"\n');
    chmodSync(path.join(runtime, "electron"), 0o755);
    const { out } = launch(["start"], { DISPLAY: ":9", ELECTRON_OVERRIDE_DIST_PATH: runtime });
    expect(out).toBe(`electron ${root}\n`);
  });

  test("opens the bid that is named, in either, from where npm was called", () => {
    const runtime = path.join(folder, "runtime");
    writeFileSync(path.join(runtime, "electron"), '#!/bin/sh\necho "electron $* in $PWD"\n');
    const elsewhere = path.join(folder, "with bids");
    mkdirSync(elsewhere);
    const from = { npm_lifecycle_event: "start", INIT_CWD: elsewhere };
    const { out } = launch(["start", "our.bid"], { ...from, DISPLAY: ":9", ELECTRON_OVERRIDE_DIST_PATH: runtime });
    expect(out).toBe(`electron ${root} our.bid in ${elsewhere}\n`);
    expect(launch(["start", "our.bid"], from).out).toBe("--because there is no display our.bid\n");
  });

  test("serves a browser where the desktop app falls over at once", () => {
    const runtime = path.join(folder, "broken-runtime");
    mkdirSync(runtime);
    writeFileSync(path.join(runtime, "electron"), "#!/bin/sh\nexit 1\n");
    chmodSync(path.join(runtime, "electron"), 0o755);
    const { out } = launch(["start"], { DISPLAY: ":9", ELECTRON_OVERRIDE_DIST_PATH: runtime });
    expect(out).toBe("--because the desktop app could not start here\n");
  });

  test("takes file names from where npm was called", () => {
    const elsewhere = path.join(folder, "elsewhere");
    mkdirSync(elsewhere);
    const { out } = launch(["bid", "x"], { npm_lifecycle_event: "bid", INIT_CWD: elsewhere });
    expect(out).toBe(`["x"] ${elsewhere}\n`);
  });

  test("refuses a command there is not", () => {
    expect(launch(["fly"])).toMatchObject({
      code: 1,
      err: "There is no command “fly”. There are: start, bid, test, build.\n",
    });
  });

  test("installs what can be had when the registry does not hold every system's packages", () => {
    writeFileSync(path.join(bin, "npm"), fakeNpm.replace("mkdir", '[ "$1" = ci ] && exit 1\nmkdir'));
    writeLock("2.1.0");
    expect(launch(["bid", "x"]).code).toBe(0);
    expect(npmCalls().slice(-2)).toEqual([
      "npm ci --loglevel=silent --no-progress",
      "npm install --no-save --loglevel=error --no-progress",
    ]);
  });

  test("says in one line when packages cannot be installed", () => {
    writeFileSync(path.join(bin, "npm"), "#!/bin/sh\nexit 1\n");
    writeLock("3.0.0");
    const { code, err } = launch(["bid", "x"]);
    expect([code, err.trim().split("\n").at(-1)]).toEqual([
      1,
      "The packages could not be installed. Check the connection to the package registry and try again.",
    ]);
  });
});

describe("the app in a browser", () => {
  let served: ChildProcess;
  let said = "";

  beforeAll(async () => {
    spawnSync(process.execPath, ["electron/launch.mjs", "build"], { cwd: projectRoot });
    served = spawn(process.execPath, ["dist/electron/serve-loopback.cjs", "--because", "there is no display"], {
      cwd: projectRoot,
      env: {
        ...process.env,
        BIDWRIGHT_DATA_FOLDER: path.join(folder, "data"),
        BIDWRIGHT_BIDS_FOLDER: path.join(folder, "bids"),
      },
    });
    served.stdout?.on("data", (text: Buffer) => (said += text.toString()));
    while (!said.includes("/open/")) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  afterAll(() => served.kill("SIGKILL"));

  test("prints one line with the reason and one with the address, listens there alone, and saves before it ends", async () => {
    const [why, address, ...more] = said.trim().split("\n");
    expect(why).toBe(
      "Bidwright runs in your browser, because there is no display. Open this address, which works once:",
    );
    expect(more).toEqual([]);
    const opened = await fetch(address ?? "", { redirect: "manual" });
    const { origin } = new URL(address ?? "");
    const call = async (name: string, input: unknown) => {
      const headers = {
        cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "",
        origin,
        "content-type": "application/json",
      };
      const reply = await fetch(`${origin}/call/${name}`, { method: "POST", headers, body: JSON.stringify(input) });
      return (await reply.json()) as { ok: boolean; value: never };
    };
    const places = await call("places", {});
    const { token } = (places.value as { folder: { token: string } }).folder;
    const made = await call("newBid", {
      scheme: "tca-2013-14",
      strand: "limited-sharing",
      title: "Ours",
      folder: token,
    });
    const { id } = (made.value as { bid: { id: string } }).bid;
    const edited = await call("edit", {
      bid: id,
      edits: [{ do: "retitle", title: "Ours, renamed at the last moment" }],
    });
    expect(edited.ok).toBe(true);
    const sockets = spawnSync("ss", ["-ltnpH"], { encoding: "utf8" }).stdout ?? "";
    const own = sockets.split("\n").filter((line) => line.includes(`pid=${served.pid},`));
    if (sockets !== "") expect(own.map((line) => line.split(/\s+/)[3])).toEqual([new URL(address ?? "").host]);
    const ended = new Promise((resolve) => served.on("close", resolve));
    served.kill("SIGTERM");
    expect(await ended).toBe(0);
    const { unpackBid } = await import("../../../electron/adapters/bid-container.ts");
    const read = await unpackBid(new Uint8Array(readFileSync(path.join(folder, "bids", "Ours.bid"))));
    expect(read.ok && read.value.bid.title).toBe("Ours, renamed at the last moment");
  });
});
