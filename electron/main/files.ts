/** Dialogs that pick files and folders, and what is shown outside the window. Paths go to the window as they are; core opens them. */
import type { FileKind } from "#shared/contract/bridge.ts";
import { app, type BrowserWindow, dialog, type FileFilter, shell } from "electron";
import { isAbsolute, join } from "node:path";
import { copyForViewer, readEvidence } from "./evidence.ts";
import type { ShellWords } from "./words.ts";

const sheetExtensions = ["xlsx", "xls", "et", "csv", "docx", "html", "htm"];

const filtersFor = (kind: FileKind, { filters }: ShellWords): FileFilter[] => {
  const all = { name: filters.all, extensions: ["*"] };
  if (kind === "sheet" || kind === "ledger" || kind === "forms" || kind === "holidays")
    return [{ name: filters.sheets, extensions: sheetExtensions }, all];
  if (kind === "backup") return [{ name: filters.backups, extensions: ["ldbak", "zip"] }, all];
  if (kind === "bundle" || kind === "card" || kind === "roster" || kind === "welcome")
    return [{ name: filters.bundles, extensions: ["ldx"] }, all];
  return [all];
};

type Property = "openFile" | "openDirectory" | "createDirectory" | "multiSelections";

const propertiesFor = (kind: FileKind): Property[] => {
  if (kind === "folder") return ["openDirectory", "createDirectory"];
  return kind === "evidence" || kind === "bundle" || kind === "forms" ? ["openFile", "multiSelections"] : ["openFile"];
};

export const pickFiles = async (
  window: BrowserWindow,
  kind: FileKind,
  words: ShellWords,
): Promise<readonly string[]> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.pick[kind],
    filters: filtersFor(kind, words),
    properties: propertiesFor(kind),
  });
  return canceled ? [] : filePaths;
};

/** Characters that no file system of ours takes become `_`; never more than a name, so that nobody is sent to another folder. */
const asFileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 120);

export const pickSavePath = async (
  window: BrowserWindow,
  suggestedName: string,
  kind: FileKind,
  words: ShellWords,
): Promise<string | undefined> => {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(suggestedName)?.[1];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.pick.save,
    defaultPath: join(app.getPath("documents"), asFileName(suggestedName)),
    filters:
      extension === undefined ? filtersFor(kind, words) : [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  return canceled || filePath === "" ? undefined : filePath;
};

export const revealInFolder = (path: string): void => {
  if (isAbsolute(path)) shell.showItemInFolder(path);
};

/** The system's viewer gets a copy under its true extension: what opens it is chosen by content, not by a name from outside. */
export const openEvidence = async (dataFolder: string, hash: string): Promise<boolean> => {
  const found = await readEvidence(dataFolder, hash);
  if (typeof found === "string") return false;
  const copy = await copyForViewer(app.getPath("userData"), hash, found);
  return (await shell.openPath(copy)) === "";
};
