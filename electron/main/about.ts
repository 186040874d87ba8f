/** The about box: which program, on which Electron (the stand-in says that it is one), and where the data lies. */
import type { Versions } from "#shared/contract/bridge.ts";
import { app, type BrowserWindow, dialog } from "electron";
import { fill, type ShellWords } from "./words.ts";

/** The Electron inside the stand-in. A release is never made with it. */
const standInElectron = "33.2.1";

export const versions = (): Versions => ({
  program: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  node: process.versions.node,
  standIn: process.versions.electron === standInElectron,
});

export const showAbout = async (
  window: BrowserWindow,
  { about, program }: ShellWords,
  dataFolder: string,
): Promise<void> => {
  const { program: version, electron, chromium, node, standIn } = versions();
  await dialog.showMessageBox(window, {
    type: "info",
    title: about.title,
    message: program,
    detail: [
      fill(about.version, { version }),
      fill(about.runtime, { electron, chromium, node }),
      fill(about.data, { folder: dataFolder }),
      ...(standIn ? [about.standIn] : []),
    ].join("\n"),
    buttons: [about.close],
  });
};
