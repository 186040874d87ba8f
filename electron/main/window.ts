/** The one window: sandboxed, without Node, made for 1366×768, where it was when it was closed. */
import { BrowserWindow, type Rectangle, screen } from "electron";
import { join } from "node:path";
import type { Memory } from "./remembered.ts";
import { startPage } from "./scheme.ts";

const preferred = { width: 1366, height: 768 };
const least = { width: 960, height: 560 };

const isOnSomeScreen = (bounds: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const down = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return across > 120 && down > 80;
  });

/** A small screen gets as much window as it has room for. */
const firstBounds = (): { width: number; height: number } => {
  const { workAreaSize } = screen.getPrimaryDisplay();
  return {
    width: Math.min(preferred.width, workAreaSize.width),
    height: Math.min(preferred.height, workAreaSize.height),
  };
};

export const createWindow = (memory: Memory, preload: string): BrowserWindow => {
  const { bounds, maximized } = memory.recall();
  const window = new BrowserWindow({
    ...(bounds !== undefined && isOnSomeScreen(bounds) ? bounds : firstBounds()),
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload: join(preload),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  if (maximized === true) window.maximize();
  window.once("ready-to-show", () => window.show());
  window.on("close", () => memory.remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  reloadWhenItDies(window);
  void window.loadURL(startPage);
  return window;
};

/** A renderer that crashed is loaded again once in ten seconds at most, so that a page that always crashes does not flicker for ever. */
const reloadWhenItDies = (window: BrowserWindow): void => {
  let last = 0;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || Date.now() - last < 10_000) return;
    last = Date.now();
    window.webContents.reload();
  });
};
