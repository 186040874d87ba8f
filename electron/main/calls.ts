/** The bridge's calls: each checks what it was given and hands on to the file that does it. */
import {
  type CoreState,
  type FileKind,
  fileKinds,
  type ShellLanguage,
  shellLanguages,
} from "#shared/contract/bridge.ts";
import { type ReminderAsk, reminderAskSchema } from "#shared/reminders/when.ts";
import { app, type BrowserWindow } from "electron";
import { showAbout, versions } from "./about.ts";
import type { CoreProcess } from "./core-process.ts";
import { openEvidence, pickFiles, pickSavePath, revealInFolder } from "./files.ts";
import { type CallHandlers, handPort } from "./ipc.ts";
import type { ShellWords } from "./words.ts";

export interface Shell {
  readonly window: BrowserWindow;
  readonly core: CoreProcess;
  readonly dataFolder: string;
  readonly words: () => ShellWords;
  readonly takeOpenedFiles: () => readonly string[];
  readonly language: () => ShellLanguage;
  readonly setLanguage: (language: ShellLanguage) => void;
  readonly remind: (ask: ReminderAsk) => boolean;
  readonly setBadge: (count: number) => void;
}

const asText = (value: unknown): string => {
  if (typeof value !== "string" || value.length > 4096) throw new Error("A text was expected.");
  return value;
};

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`One of ${allowed.join(", ")} was expected.`);
  return found;
};

const asCount = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Error("A count was expected.");
  return value;
};

const asKind = (value: unknown): FileKind => oneOf(fileKinds, value);

export const callsOf = ({
  window,
  core,
  dataFolder,
  words,
  takeOpenedFiles,
  language,
  setLanguage,
  remind,
  setBadge,
}: Shell): CallHandlers => ({
  connect: async () => handPort(window, await core.openPort()),
  coreState: async (): Promise<CoreState> => core.state(),
  restartCore: async () => core.restart(),
  pickFiles: (kind) => pickFiles(window, asKind(kind), words()),
  pickSavePath: (suggestedName, kind) => pickSavePath(window, asText(suggestedName), asKind(kind), words()),
  revealInFolder: async (path) => revealInFolder(asText(path)),
  takeOpenedFiles: async () => takeOpenedFiles(),
  openEvidence: (hash) => openEvidence(dataFolder, asText(hash)),
  versions: async () => versions(),
  systemLanguage: async () => language(),
  setLanguage: async (language) => setLanguage(oneOf(shellLanguages, language)),
  remind: async (ask) => remind(reminderAskSchema.parse(ask)),
  setBadge: async (count) => setBadge(asCount(count)),
  showAbout: () => showAbout(window, words(), dataFolder),
  quit: async () => app.quit(),
});
