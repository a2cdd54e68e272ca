import { EventEmitter } from "node:events";

/**
 * Stands where the `electron` module does, because the desktop runtime is a program of its own. It does nothing and
 * remembers what it was told, so that a test can ask whether the walls were put up.
 */
type Answer = (...given: never[]) => unknown;

interface Told {
  appPath: string;
  packaged: boolean;
  firstInstance: boolean;
  privileged: { scheme: string; privileges: Record<string, boolean> }[];
  exit: number | undefined;
  quits: number;
  sandboxed: boolean;
  handled: Map<string, Answer>;
  exposed: Map<string, Record<string, Answer>>;
  invoked: unknown[][];
  /** What the process behind the window answers `invoke` with. */
  reply: string;
  menus: { role?: string; label?: string; submenu?: { role?: string }[] }[][];
  windows: BrowserWindow[];
  asked: Record<string, unknown>[];
  /** The button an officer presses in a message box. */
  press: number;
  opened: string[];
  chosen: string[];
  forked: {
    file: string;
    options: Record<string, unknown>;
    process: EventEmitter & { killed: boolean; sent: unknown[] };
  }[];
}

export const told: Told = {
  appPath: "",
  packaged: false,
  firstInstance: true,
  privileged: [],
  exit: undefined,
  quits: 0,
  sandboxed: false,
  handled: new Map(),
  exposed: new Map(),
  invoked: [],
  reply: "null",
  menus: [],
  windows: [],
  asked: [],
  press: 0,
  opened: [],
  chosen: [],
  forked: [],
};

class App extends EventEmitter {
  get isPackaged() {
    return told.packaged;
  }
  getAppPath = () => told.appPath;
  getPath = () => told.appPath;
  getVersion = () => "0.0.0";
  private ready = false;
  isReady = () => this.ready;
  whenReady = async () => {
    await Promise.resolve();
    this.ready = true;
  };
  requestSingleInstanceLock = () => told.firstInstance;
  enableSandbox = () => {
    told.sandboxed = true;
  };
  exit = (code: number) => {
    told.exit = code;
  };
  quit = () => {
    told.quits += 1;
  };
}

export const app = new App();

class Session extends EventEmitter {
  /** What was set on it, by the name of the call. */
  readonly set = new Map<string, Answer>();
  private keep =
    (name: string) =>
    (...given: unknown[]) =>
      void this.set.set(name, given.at(-1) as Answer);
  protocol = { handle: (scheme: string, answer: Answer) => void this.set.set(`protocol ${scheme}`, answer) };
  webRequest = { onBeforeRequest: this.keep("request") };
  setPermissionRequestHandler = this.keep("permission request");
  setPermissionCheckHandler = this.keep("permission check");
  setDevicePermissionHandler = this.keep("device permission");
  setDisplayMediaRequestHandler = this.keep("display media");
  setSpellCheckerEnabled = this.keep("spell checker");
  setSpellCheckerDictionaryDownloadURL = this.keep("dictionaries");
}

export const session = { defaultSession: new Session() };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Told["privileged"]) => void told.privileged.push(...schemes),
};

export class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  mainFrame = { url: "" };
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.openHandler = handler;
  };
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => told.windows;
  static fromWebContents = (contents: WebContents) => told.windows.find((one) => one.webContents === contents) ?? null;
  readonly webContents = new WebContents();
  readonly options: { webPreferences: Record<string, unknown> };
  shown = 0;
  url = "";

  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    told.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }

  loadURL = (url: string) => {
    this.url = url;
    this.webContents.mainFrame = { url };
    return Promise.resolve();
  };
  minimized = false;
  focused = 0;
  show = () => {
    this.shown += 1;
  };
  isMinimized = () => this.minimized;
  restore = () => {
    this.minimized = false;
  };
  focus = () => {
    this.focused += 1;
  };
}

export const dialog = {
  showMessageBox: async (...given: unknown[]) => {
    told.asked.push(given.at(-1) as Record<string, unknown>);
    return { response: told.press };
  },
  showOpenDialog: async (...given: unknown[]) => {
    told.asked.push(given.at(-1) as Record<string, unknown>);
    return { filePaths: told.chosen };
  },
};

export const shell = {
  openExternal: async (address: string) => void told.opened.push(address),
  openPath: async (folder: string) => {
    told.opened.push(folder);
    return "";
  },
};

export const ipcMain = {
  handle: (channel: string, answer: Answer) => void told.handled.set(channel, answer),
  on: () => undefined,
};

export const ipcRenderer = {
  invoke: async (...given: unknown[]) => {
    told.invoked.push(given);
    return told.reply;
  },
};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, Answer>) => void told.exposed.set(name, api),
};

export const Menu = {
  buildFromTemplate: (template: Told["menus"][number]) => template,
  setApplicationMenu: (menu: Told["menus"][number]) => void told.menus.push(menu),
};

export const utilityProcess = {
  fork: (file: string, _words: string[], options: Record<string, unknown>) => {
    const sent: unknown[] = [];
    const child = Object.assign(new EventEmitter(), {
      killed: false,
      sent,
      postMessage: (message: unknown) => void sent.push(message),
      kill: () => {
        child.killed = true;
      },
    });
    told.forked.push({ file, options, process: child });
    return child;
  },
};

export default { app, ipcMain, shell };
