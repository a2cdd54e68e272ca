import { BrowserWindow, dialog, shell, type App, type WebContents } from "electron";
import { firstPage, isOwnAddress } from "./serve.ts";

/** Makes the one window: sandboxed, without Node, and shown when there is something to see. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 480,
    minHeight: 480,
    show: false,
    title: "Bidwright",
    backgroundColor: "#ffffff",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
    },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(firstPage);
  return window;
}

/** Holds for every page there ever is, however it came to be: it stays where it is and opens nothing. */
export function confineAll(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => {
      event.preventDefault();
      void offerOutside(contents, event.url);
    });
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void offerOutside(contents, url);
      return { action: "deny" };
    });
  });
}

const outside = new Set(["https:", "mailto:"]);

/** A link out of the app opens in the officer's own browser, after they have seen the whole address and said yes. */
async function offerOutside(contents: WebContents, address: string): Promise<void> {
  if (isOwnAddress(address) || !URL.canParse(address)) return;
  const { protocol, href } = new URL(address);
  const window = BrowserWindow.fromWebContents(contents);
  if (!outside.has(protocol) || !window) return;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    title: "Leave Bidwright?",
    message: protocol === "mailto:" ? "Write an e-mail in your mail program?" : "Open this address in your browser?",
    detail: href,
    buttons: ["Cancel", "Open"],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await shell.openExternal(href);
}
