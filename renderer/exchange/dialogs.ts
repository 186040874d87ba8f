/** Which dialog of exchange lies open; anything may open one, so that each stands in the window once. */
import { storeOf } from "../ui/store.ts";

export type ExchangeDialog =
  | { readonly kind: "set-up" }
  | { readonly kind: "unlock" }
  | { readonly kind: "passphrase" }
  /** Shown once: it can be closed only when it was written down. */
  | { readonly kind: "recovery"; readonly code: string }
  /** `path`: the card or roster, where it is known already. */
  | { readonly kind: "enrol"; readonly path?: string }
  | { readonly kind: "trust"; readonly path?: string }
  | { readonly kind: "welcome" }
  | { readonly kind: "receipt-code"; readonly peer: string; readonly name: string }
  | { readonly kind: "revoke"; readonly office: string; readonly name: string; readonly device: string }
  | { readonly kind: "reenrol" }
  | { readonly kind: "purge"; readonly record: string; readonly title: string }
  | { readonly kind: "join"; readonly record: string; readonly title: string };

export const openedDialog = storeOf<ExchangeDialog | undefined>(undefined);
export const openDialog = (dialog: ExchangeDialog): void => openedDialog.set(dialog);
export const closeDialog = (): void => openedDialog.set(undefined);
