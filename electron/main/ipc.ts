/**
 * The only file that touches ipcMain. One channel for all calls: the sender must be the top frame of our own window
 * showing our own page, and the name must be one of the calls given here; whoever else asks gets an error.
 */
import { bridgeChannels, type CoreState, type MainCalls } from "#shared/contract/bridge.ts";
import { type BrowserWindow, ipcMain, type MessagePortMain, type WebFrameMain } from "electron";
import { isOwnPage } from "./scheme.ts";

/** The calls as main serves them: arguments come unchecked from the window. */
export type CallHandlers = {
  readonly [Name in keyof MainCalls]: (...args: readonly unknown[]) => ReturnType<MainCalls[Name]>;
};

const isOurs = (window: BrowserWindow, frame: WebFrameMain | null): boolean =>
  frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && isOwnPage(frame.url);

const isCall = (handlers: CallHandlers, name: unknown): name is keyof CallHandlers =>
  typeof name === "string" && Object.hasOwn(handlers, name);

/** Serves the bridge's calls to this one window. */
export const serveCalls = (window: BrowserWindow, handlers: CallHandlers): void => {
  ipcMain.removeHandler(bridgeChannels.call);
  ipcMain.handle(bridgeChannels.call, async (event, name: unknown, ...args: readonly unknown[]) => {
    if (!isOurs(window, event.senderFrame)) throw new Error("This page may not call the program.");
    if (!isCall(handlers, name)) throw new Error("There is no such call.");
    return handlers[name](...args);
  });
};

export const tellCoreState = (window: BrowserWindow, state: CoreState): void => {
  if (!window.isDestroyed()) window.webContents.send(bridgeChannels.coreState, state);
};

export const tellOpenedFiles = (window: BrowserWindow): void => {
  if (!window.isDestroyed()) window.webContents.send(bridgeChannels.openedFiles);
};

export const tellReminderClicked = (window: BrowserWindow): void => {
  if (!window.isDestroyed()) window.webContents.send(bridgeChannels.reminderClicked);
};

export const handPort = (window: BrowserWindow, port: MessagePortMain): void => {
  window.webContents.postMessage(bridgeChannels.corePort, null, [port]);
};
