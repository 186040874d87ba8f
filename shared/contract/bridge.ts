/**
 * What the window can ask of the main process besides core's port, and what main and core say to each other. Kept small
 * on purpose: everything about records goes over the port (the oRPC contract); here is only what needs the operating
 * system's window, dialogs and life cycle.
 *
 * The window: `await window.liandong.connect()`, then a `message` event on `window` brings the port:
 * `event.source === window && event.data === corePortMessage`, `event.ports[0]`. When core has died and is there again,
 * `onCoreState` says `ready` anew and the window connects anew.
 */
import type { ReminderAsk } from "../reminders/when.ts";

/** `event.data` of the window message that carries core's port. */
export const corePortMessage = "liandong:core-port";

/** The host parts of the program's own scheme: `app://program/index.html`, `app://evidence/<sha256>`. */
export const appScheme = "app";
export const programHost = "program";
export const evidenceHost = "evidence";

/** Address under which the window shows a picture or PDF of evidence. Anything else answers 415. */
export const evidenceUrl = (sha256: string): string => `${appScheme}://${evidenceHost}/${sha256}`;

export type CoreState =
  | { readonly state: "starting" }
  | { readonly state: "ready" }
  /** Core looked at the data folder and will not open it: an error code of the translations, and its facts. */
  | { readonly state: "refused"; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  /** Core ended by itself. `restarting`: a new one is on its way; otherwise it died too often, `restartCore` tries again. */
  | { readonly state: "stopped"; readonly restarting: boolean };

/**
 * What may be picked: decides the dialog's title and filters. `forms`, `evidence` and `bundle` allow several files; `folder` picks a
 * folder.
 */
export const fileKinds = [
  "sheet",
  "ledger",
  "forms",
  "evidence",
  "backup",
  "holidays",
  "bundle",
  "card",
  "roster",
  "welcome",
  "folder",
  "any",
] as const;
export type FileKind = (typeof fileKinds)[number];

export const shellLanguages = ["zh-CN", "en"] as const;
export type ShellLanguage = (typeof shellLanguages)[number];

export interface Versions {
  readonly program: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** The runtime is the stand-in for closed networks, not the Electron that a release is made with. */
  readonly standIn: boolean;
}

/** Calls from the window that main answers. Arguments are checked in main; the sender too. */
export interface MainCalls {
  /** Sends the window a new port to core, as soon as core is ready. Rejects when core has refused or stays stopped. */
  connect(): Promise<void>;
  coreState(): Promise<CoreState>;
  /** Starts core again after it refused or stopped. */
  restartCore(): Promise<void>;
  /** Absolute paths; empty when the dialog was cancelled. Several only for `evidence` and `bundle`. */
  pickFiles(kind: FileKind): Promise<readonly string[]>;
  /** An absolute path, or undefined when cancelled. `kind` gives the filter, `suggestedName` the file name. */
  pickSavePath(suggestedName: string, kind: FileKind): Promise<string | undefined>;
  /** Files of exchange (.ldx) that were opened by a double click and not taken yet; from then on they are the window's. */
  takeOpenedFiles(): Promise<readonly string[]>;
  revealInFolder(path: string): Promise<void>;
  /** Opens a picture or PDF of evidence with the system's own viewer, outside the window. False when it is neither. */
  openEvidence(sha256: string): Promise<boolean>;
  versions(): Promise<Versions>;
  /** The language menus are in: the one remembered, before that the system's. What the window begins with on the first run. */
  systemLanguage(): Promise<ShellLanguage>;
  /** Menus and dialogs follow the window's language; remembered for the next start. */
  setLanguage(language: ShellLanguage): Promise<void>;
  /** Reminds where it is time to (`shared/reminders/when.ts`), once a day across restarts; true where it did. */
  remind(ask: ReminderAsk): Promise<boolean>;
  /** How many things press, 0 for none: a badge on the program's icon. */
  setBadge(count: number): Promise<void>;
  showAbout(): Promise<void>;
  quit(): Promise<void>;
}

/** `window.liandong` */
export interface Bridge extends MainCalls {
  /** The path of a file dropped on or pasted into the window (a DOM `File`). Empty when it has none on disk. */
  pathOfDroppedFile(file: object): string;
  /** Calls back on every change; returns how to stop listening. Ask `coreState` once for where it stands. */
  onCoreState(listener: (state: CoreState) => void): () => void;
  /** Calls back when `takeOpenedFiles` has something new; returns how to stop listening. Ask once at the start. */
  onOpenedFiles(listener: () => void): () => void;
  /** Calls back when a reminder was clicked: the workbench is to be shown; returns how to stop listening. */
  onReminderClicked(listener: () => void): () => void;
}

/** Channels of the one raw IPC file on either side. */
export const bridgeChannels = {
  call: "liandong:call",
  coreState: "liandong:core-state",
  openedFiles: "liandong:opened-files",
  reminderClicked: "liandong:reminder-clicked",
  corePort: corePortMessage,
} as const;

/**
 * main → core over `process.parentPort`; `connect` carries one port in `event.ports`. `shutdown`: close the database and
 * exit with 0. `os-key`: 32 bytes in base64url that the operating system's store keeps, under which the office's keys may
 * lie (EX18a); before the first `connect`, and not at all where there is no such store.
 */
export type MainToCore =
  | { readonly type: "connect" }
  | { readonly type: "shutdown" }
  | { readonly type: "os-key"; readonly key: string };

/** core → main: once, after the data folder was opened or refused. After a refusal core may exit by itself with any code. */
export type CoreToMain =
  | { readonly type: "ready" }
  | { readonly type: "refused"; readonly code: string; readonly params: Readonly<Record<string, string | number>> };
