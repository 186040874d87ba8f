/** What can be done, as the items of a menu. */
import type { ListAction } from "./types.ts";

export const menuItems = (actions: readonly ListAction[]) =>
  actions.map(({ key, label, icon, danger, disabled, run }) => ({ key, label, icon, danger, disabled, onClick: run }));
