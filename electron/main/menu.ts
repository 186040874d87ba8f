/** The application menu: what the system's shortcuts need, no more. Hidden until Alt is pressed. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { ShellWords } from "./words.ts";

export const setMenu = ({ menu }: ShellWords, showAbout: () => void): void => {
  const file: MenuItemConstructorOptions = { label: menu.file, submenu: [{ role: "quit", label: menu.quit }] };
  const edit: MenuItemConstructorOptions = {
    label: menu.edit,
    submenu: [
      { role: "undo", label: menu.undo },
      { role: "redo", label: menu.redo },
      { type: "separator" },
      { role: "cut", label: menu.cut },
      { role: "copy", label: menu.copy },
      { role: "paste", label: menu.paste },
      { role: "selectAll", label: menu.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: menu.view,
    submenu: [
      { role: "resetZoom", label: menu.actualSize },
      { role: "zoomIn", label: menu.zoomIn },
      { role: "zoomOut", label: menu.zoomOut },
      { type: "separator" },
      { role: "togglefullscreen", label: menu.fullScreen },
      ...(app.isPackaged ? [] : [{ role: "toggleDevTools" } satisfies MenuItemConstructorOptions]),
    ],
  };
  const help: MenuItemConstructorOptions = { label: menu.help, submenu: [{ label: menu.about, click: showAbout }] };
  Menu.setApplicationMenu(Menu.buildFromTemplate([file, edit, view, help]));
};
