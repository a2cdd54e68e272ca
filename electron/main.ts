import path from "node:path";
import { app, BrowserWindow, dialog, ipcMain, shell, utilityProcess, type IpcMainInvokeEvent } from "electron";
import { contract } from "../src/contract/contract.ts";
import { createDispatcher } from "../src/contract/dispatcher.ts";
import { unsavedIn, type Unsaved } from "../src/contract/unsaved.ts";
import type { SaveState } from "../src/contract/views.ts";
import { createHandlers } from "../src/services/handlers.ts";
import { appFolders } from "./adapters/app-folders.ts";
import { bidFileIn, createAskedFiles } from "./adapters/asked-files.ts";
import type { FileDialogs } from "./adapters/places.ts";
import { workerFlags, type StartWorker, type WorkReport } from "./adapters/worker-protocol.ts";
import { answerCall, channel } from "./channel.ts";
import { dangerousFlag } from "./dangerous-flags.ts";
import { reportFault } from "./fault-report.ts";
import { setMenu } from "./menu.ts";
import { createPorts } from "./ports.ts";
import { declareScheme, isOwnAddress, serveOnly } from "./serve.ts";
import { confineAll, openWindow } from "./window.ts";

const built = import.meta.dirname;
const asked = createAskedFiles();

function start(): void {
  const refused = app.isPackaged ? dangerousFlag([...process.argv, ...process.execArgv]) : undefined;
  if (refused !== undefined) {
    process.stderr.write(`Bidwright does not start with ${refused}.\n`);
    app.exit(2);
  } else if (app.requestSingleInstanceLock()) {
    app.enableSandbox();
    declareScheme();
    confineAll(app);
    listenForFiles();
    void app.whenReady().then(open);
  } else {
    app.quit();
  }
}

/** A double click starts the app with the file, asks the one that runs, or, on a Mac, may come before it is ready. */
function listenForFiles(): void {
  const ask = (words: readonly string[], folder: string) => {
    const file = bidFileIn(words, folder);
    if (file !== undefined) asked.ask(file);
  };
  ask(process.argv.slice(1), process.cwd());
  app.on("second-instance", (_event, words: string[] = [], folder = "") => {
    ask(words.slice(1), folder);
    if (app.isReady()) showWindow();
  });
  app.on("open-file", (event, file) => {
    event.preventDefault();
    ask([file], "");
    if (app.isReady()) showWindow();
  });
}

function open(): void {
  const root = app.getAppPath();
  serveOnly(path.join(root, "dist/renderer"));
  setMenu();
  const ports = createPorts({
    folders: appFolders(root),
    startWorker: startDocumentProcess,
    openPath: async (folder) => (await shell.openPath(folder)) === "",
    dialogs,
    asked,
  });
  const { saveAll, ...handlers } = createHandlers(ports);
  const dispatch = createDispatcher(contract, handlers, reportFault);
  ipcMain.handle(channel, (event, name: unknown, body: unknown) =>
    answerCall(dispatch, isOwnFrame(event) ? name : undefined, body),
  );
  saveBeforeQuit(saveAll);
  app.on("activate", showWindow);
  app.on("window-all-closed", () => app.quit());
  showWindow();
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return void openWindow(path.join(built, "preload.cjs"));
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Only the page of the window itself may ask: no frame in it, and no page from anywhere else. */
function isOwnFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}

/** The runtime's own kind of child process: it can be ended at any moment, and has a memory limit of its own. */
const startDocumentProcess: StartWorker = () => {
  const child = utilityProcess.fork(path.join(built, "worker.cjs"), [], {
    serviceName: "Bidwright documents",
    execArgv: workerFlags,
    stdio: "ignore",
  });
  return {
    send: (order) => child.postMessage(order),
    onReport: (listen) => void child.on("message", (report: WorkReport) => listen(report)),
    onEnd: (listen) => void child.on("exit", listen),
    kill: () => void child.kill(),
  };
};

const dialogs: FileDialogs = {
  chooseBid: (folder) => choose(folder, ["openFile"]),
  chooseFolder: (folder) => choose(folder, ["openDirectory", "createDirectory"]),
  chooseScheme: (folder, what) =>
    what === "folder" ? choose(folder, ["openDirectory"]) : choose(folder, ["openFile"], zips),
};

const zips = { name: "Schemes in a zip", extensions: ["zip"] };

async function choose(
  defaultPath: string,
  properties: ("openFile" | "openDirectory" | "createDirectory")[],
  files = { name: "Bids", extensions: ["bid"] },
): Promise<string | undefined> {
  const options = { defaultPath, properties, filters: [files] };
  const [window] = BrowserWindow.getAllWindows();
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0];
}

/** Nothing typed is lost by closing: what is open is saved first, and where that fails the officer decides. */
function saveBeforeQuit(saveAll: () => Promise<SaveState[]>): void {
  let mayGo = false;
  app.on("before-quit", (event) => {
    if (mayGo) return;
    event.preventDefault();
    void saveAndGo();
  });
  const saveAndGo = async () => {
    mayGo = await mayLeave(unsavedIn(await saveAll()));
    if (mayGo) app.quit();
    else showWindow();
  };
}

/** What would be lost can be saved elsewhere or copied in the window; only the officer may give it up. */
async function mayLeave({ lost, kept }: Unsaved): Promise<boolean> {
  if (lost.length + kept.length === 0) return true;
  const { response } = await dialog.showMessageBox({
    type: "warning",
    title: lost.length > 0 ? "Not safe" : "Not saved",
    message: [...lost, ...kept].join("\n"),
    detail:
      lost.length > 0
        ? "What you typed is kept nowhere yet. Go back, and save it to another folder or copy all its text."
        : "What you typed is kept on this computer. It comes back when you open the bid here again.",
    buttons: ["Go back", lost.length > 0 ? "Close and lose what I typed" : "Close without saving"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

start();
