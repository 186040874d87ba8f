/** The one bridge: `window.liandong`, as shared/contract/bridge.ts describes it. */
import type { Bridge } from "#shared/contract/bridge.ts";
import { contextBridge, webUtils } from "electron";
import { callMain, onCoreState, onOpenedFiles, onReminderClicked, passPortsOn } from "./ipc.ts";

const bridge = {
  connect: callMain("connect"),
  coreState: callMain("coreState"),
  restartCore: callMain("restartCore"),
  pickFiles: callMain("pickFiles"),
  pickSavePath: callMain("pickSavePath"),
  takeOpenedFiles: callMain("takeOpenedFiles"),
  revealInFolder: callMain("revealInFolder"),
  openEvidence: callMain("openEvidence"),
  versions: callMain("versions"),
  systemLanguage: callMain("systemLanguage"),
  setLanguage: callMain("setLanguage"),
  remind: callMain("remind"),
  setBadge: callMain("setBadge"),
  showAbout: callMain("showAbout"),
  quit: callMain("quit"),
  pathOfDroppedFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ""),
  onCoreState,
  onOpenedFiles,
  onReminderClicked,
} satisfies Bridge;

passPortsOn();
contextBridge.exposeInMainWorld("liandong", bridge);
