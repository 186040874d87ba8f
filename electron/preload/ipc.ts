/** The only file that touches ipcRenderer: one call channel, core's state, files opened outside, reminders clicked, and the port that is passed on to the page. */
import { bridgeChannels, corePortMessage, type CoreState, type MainCalls } from "#shared/contract/bridge.ts";
import { ipcRenderer } from "electron";

export const callMain =
  <Name extends keyof MainCalls>(name: Name) =>
  (...args: Parameters<MainCalls[Name]>): ReturnType<MainCalls[Name]> =>
    ipcRenderer.invoke(bridgeChannels.call, name, ...args) as ReturnType<MainCalls[Name]>;

export const onCoreState = (listener: (state: CoreState) => void): (() => void) => {
  const heard = (_event: unknown, state: CoreState): void => listener(state);
  ipcRenderer.on(bridgeChannels.coreState, heard);
  return () => ipcRenderer.off(bridgeChannels.coreState, heard);
};

export const onOpenedFiles = (listener: () => void): (() => void) => {
  const heard = (): void => listener();
  ipcRenderer.on(bridgeChannels.openedFiles, heard);
  return () => ipcRenderer.off(bridgeChannels.openedFiles, heard);
};

export const onReminderClicked = (listener: () => void): (() => void) => {
  const heard = (): void => listener();
  ipcRenderer.on(bridgeChannels.reminderClicked, heard);
  return () => ipcRenderer.off(bridgeChannels.reminderClicked, heard);
};

/** Ports cannot cross the context bridge; a window message takes them into the page's own world. */
export const passPortsOn = (): void => {
  ipcRenderer.on(bridgeChannels.corePort, (event) =>
    window.postMessage(corePortMessage, window.location.origin, event.ports),
  );
};
