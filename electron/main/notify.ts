/** How a reminder and a badge are shown by the desktop that there is: each in its own way, the window's title where it has none. */
import { app, type BrowserWindow, nativeImage, Notification } from "electron";
import { badgePixels, badgeSize } from "./badge-picture.ts";
import type { Reminder } from "./reminders.ts";
import { fill, type ShellWords } from "./words.ts";

/** Held while they are on the screen: one that is collected as garbage does not hear the click. */
const shown = new Set<Notification>();

export const showNotification = ({ title, body }: Reminder, onClick: () => void): void => {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  shown.add(notification);
  notification.on("click", () => {
    shown.delete(notification);
    onClick();
  });
  notification.on("close", () => shown.delete(notification));
  notification.show();
};

/** Shows how many things press, 0 for none: on the dock, over the task bar's button, or before the window's title. */
export const showBadge = (window: BrowserWindow, count: number, words: ShellWords): void => {
  if (window.isDestroyed()) return;
  if (process.platform === "win32") {
    window.setOverlayIcon(count === 0 ? null : overlayOf(count), badgeWords(count, words));
    return;
  }
  const isShown = app.setBadgeCount(count);
  window.setTitle(isShown || count === 0 ? words.program : `(${count}) ${words.program}`);
};

const badgeWords = (count: number, { reminder }: ShellWords): string =>
  count === 0 ? "" : fill(reminder.badge, { count: String(count) });

const overlayOf = (count: number) =>
  nativeImage.createFromBitmap(Buffer.from(badgePixels(count)), { width: badgeSize, height: badgeSize });

/** Brings the window before the eyes, wherever it was put away. */
export const bringToFront = (window: BrowserWindow): void => {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
