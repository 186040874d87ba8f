/** Short notices at the window's lower edge: what was done, with the way back; refusals stay until they are read. */
import { storeOf, useStore } from "../store.ts";

export interface Toast {
  readonly id: number;
  readonly text: string;
  /** A refusal: said at once by screen readers, and it stays. */
  readonly bad?: boolean;
  readonly hint?: string;
  readonly details?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const toasts = storeOf<readonly Toast[]>([]);
let lastId = 0;
/** More would lie over what is being worked on; older work is undone from its own history. */
const atOnce = 2;

export const showToast = (toast: Omit<Toast, "id">): number => {
  lastId += 1;
  const id = lastId;
  toasts.set((before) => [...before, { ...toast, id }].slice(-atOnce));
  return id;
};

export const dropToast = (id: number): void => toasts.set((before) => before.filter((toast) => toast.id !== id));

export const useToasts = (): readonly Toast[] => useStore(toasts);
