/** Every key of the program, once: the table of shortcuts is drawn from it. */
import { storeOf } from "../ui/store.ts";

export const keysOpen = storeOf(false);
export const openKeys = (): void => keysOpen.set(true);
export const closeKeys = (): void => keysOpen.set(false);

export const keyGroups = [
  {
    group: "everywhere",
    keys: [
      { name: "find", keys: "Ctrl+K" },
      { name: "help", keys: "?" },
      { name: "back", keys: "Esc" },
    ],
  },
  {
    group: "inList",
    keys: [
      { name: "move", keys: "↑ ↓ ← →" },
      { name: "ends", keys: "(Ctrl+) Home End" },
      { name: "openRecord", keys: "Enter" },
      { name: "select", keys: "Space" },
      { name: "range", keys: "Shift+↑ ↓ ← →" },
      { name: "all", keys: "Ctrl+A" },
      { name: "copy", keys: "Ctrl+C" },
      { name: "paste", keys: "Ctrl+V" },
      { name: "fill", keys: "Ctrl+D" },
      { name: "add", keys: "N" },
      { name: "edit", keys: "E" },
      { name: "search", keys: "/" },
      { name: "sort", keys: "S" },
      { name: "width", keys: "Alt+← →" },
      { name: "menu", keys: "Shift+F10" },
    ],
  },
  {
    group: "onBoard",
    keys: [
      { name: "moveBar", keys: "Alt+← →" },
      { name: "lengthenBar", keys: "Shift+Alt+← →" },
      { name: "keepBar", keys: "Enter" },
      { name: "fold", keys: "← →" },
    ],
  },
  {
    group: "inMeeting",
    keys: [
      { name: "nextItem", keys: "J K ↑ ↓" },
      { name: "note", keys: "N" },
      { name: "noteSaved", keys: "Ctrl+Enter" },
      { name: "decision", keys: "Ctrl+Shift+Enter" },
      { name: "onWhileWriting", keys: "Alt+↑ ↓" },
      { name: "urge", keys: "U" },
      { name: "makeTask", keys: "T" },
    ],
  },
  { group: "inForm", keys: [{ name: "save", keys: "Ctrl+Enter" }] },
] as const;
