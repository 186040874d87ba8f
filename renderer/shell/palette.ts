/** Whether the command palette lies open; anything may open it. */
import { storeOf } from "../ui/store.ts";

export const paletteOpen = storeOf(false);
export const openPalette = (): void => paletteOpen.set(true);
export const closePalette = (): void => paletteOpen.set(false);
