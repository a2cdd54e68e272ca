import { Menu, type MenuItemConstructorOptions } from "electron";

/** A short menu of what the window itself does. There is no reload and there are no developer tools. */
export function setMenu(): void {
  const edit: MenuItemConstructorOptions[] = [
    { role: "undo" },
    { role: "redo" },
    { type: "separator" },
    { role: "cut" },
    { role: "copy" },
    { role: "paste" },
    { role: "pasteAndMatchStyle" },
    { role: "selectAll" },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    { role: "togglefullscreen" },
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: "File", submenu: [{ role: process.platform === "darwin" ? "close" : "quit" }] },
    { label: "Edit", submenu: edit },
    { label: "View", submenu: view },
    { role: "windowMenu" },
  ];
  const apple: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...apple, ...template]));
}
