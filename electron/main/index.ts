/**
 * The program's main process, in the order that matters: what must be said before Electron is ready (scheme, network,
 * folders, lock), then core and the window side by side, then the end in which core closes its database first.
 */
import type { ShellLanguage } from "#shared/contract/bridge.ts";
import { app, BrowserWindow, session } from "electron";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { showAbout } from "./about.ts";
import { readArguments, type StartArguments } from "./arguments.ts";
import { callsOf } from "./calls.ts";
import { type CoreProcess, startCore } from "./core-process.ts";
import { forgetCopies } from "./evidence.ts";
import { serveCalls, tellCoreState, tellOpenedFiles, tellReminderClicked } from "./ipc.ts";
import { lockDownContents, lockDownNetwork, lockDownSession } from "./lock-down.ts";
import { setMenu } from "./menu.ts";
import { bringToFront, showBadge, showNotification } from "./notify.ts";
import { collectOpenedFiles, filesHandedOver, type HandedOver, type OpenedFiles } from "./opened-files.ts";
import { osKeyOf } from "./os-key.ts";
import { findPlaces, type Places } from "./places.ts";
import { type Memory, openMemory } from "./remembered.ts";
import { openReminders } from "./reminders.ts";
import { registerScheme, serveScheme } from "./scheme.ts";
import { createWindow } from "./window.ts";
import { languageOfSystem, wordsIn } from "./words.ts";

const here = import.meta.dirname;

/** As the packages name it (build/packaging/config.mjs). */
const programId = "cn.liandong.ledger";

const openProgram = (places: Places, memory: Memory, openedFiles: OpenedFiles): void => {
  lockDownSession(session.defaultSession);
  serveScheme(session.defaultSession, join(here, "../renderer"), places.data);
  void forgetCopies(places.profile);

  let language: ShellLanguage =
    memory.recall().language ?? languageOfSystem(app.getPreferredSystemLanguages()[0] ?? app.getLocale());
  const words = () => wordsIn(language);
  let window: BrowserWindow | undefined;
  const place = { entry: join(here, "core.js"), dataFolder: places.data, osKey: () => osKeyOf(places.profile) };
  const core = startCore(place, (state) => {
    if (window !== undefined) tellCoreState(window, state);
  });
  const opened = createWindow(memory, join(here, "../preload/index.cjs"));
  window = opened;
  let badge = 0;
  const applyLanguage = (): void => {
    opened.setTitle(words().program);
    showBadge(opened, badge, words());
    setMenu(words(), () => void showAbout(opened, words(), places.data));
  };
  applyLanguage();
  const remind = openReminders(memory, (reminder) =>
    showNotification(reminder, () => {
      bringToFront(opened);
      tellReminderClicked(opened);
    }),
  );
  opened.on("page-title-updated", (event) => event.preventDefault());
  serveCalls(
    opened,
    callsOf({
      window: opened,
      core,
      dataFolder: places.data,
      words,
      takeOpenedFiles: openedFiles.take,
      language: () => language,
      setLanguage: (chosen) => {
        language = chosen;
        memory.remember({ language });
        applyLanguage();
      },
      remind: (ask) => remind(ask, words()),
      setBadge: (count) => {
        badge = count;
        showBadge(opened, count, words());
      },
    }),
  );
  openedFiles.onAdded(() => tellOpenedFiles(opened));
  closeCoreBeforeQuitting(core);
};

/** Core gets to close its database; only then the program ends. */
const closeCoreBeforeQuitting = (core: CoreProcess): void => {
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    void core.stop().then(() => {
      closed = true;
      app.quit();
    });
  });
  app.on("window-all-closed", () => app.quit());
};

/** A second start with the same data folder shows the window that is there. */
const showExistingWindow = (): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
};

const startWithWindow = ({ dataFolder, files }: StartArguments): void => {
  registerScheme();
  lockDownNetwork();
  lockDownContents();
  const places = findPlaces(dataFolder);
  app.setPath("userData", places.profile);
  // Windows shows notifications only of a program that says which of its start menu's it is.
  app.setAppUserModelId(programId);
  if (!app.requestSingleInstanceLock({ files } satisfies HandedOver)) {
    app.quit();
    return;
  }
  const openedFiles = collectOpenedFiles(files);
  // Chromium sorts and extends the arguments that it passes on; what was handed over is as we read it there.
  app.on("second-instance", (_event, _argv, _workingDirectory, handedOver) => {
    openedFiles.add(filesHandedOver(handedOver));
    showExistingWindow();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    openedFiles.add(filesHandedOver({ files: [path] }));
    showExistingWindow();
  });
  void app.whenReady().then(() => openProgram(places, openMemory(places.profile), openedFiles));
};

const startArguments = readArguments(process.argv, process.cwd());
const { commandLine } = startArguments;
if (commandLine === undefined) startWithWindow(startArguments);
else {
  const { runWithoutWindow } = await import("./command-line.ts");
  await runWithoutWindow(commandLine, () => import(/* @vite-ignore */ pathToFileURL(join(here, "cli.js")).href));
}
