/** Which dialog of exchange lies open; anything may open one, so that each stands in the window once. */
import { storeOf } from "../ui/store.ts";

/** A card or roster that is known already. In the inbox it lies under its hash: people know it by the name it came with. */
export interface GivenFile {
  readonly path: string;
  readonly name: string;
}

export type ExchangeDialog =
  | { readonly kind: "set-up" }
  | { readonly kind: "unlock" }
  | { readonly kind: "passphrase" }
  /** Shown once: it can be closed only when it was written down. */
  | { readonly kind: "recovery"; readonly code: string }
  | { readonly kind: "enrol"; readonly file?: GivenFile }
  | { readonly kind: "trust"; readonly file?: GivenFile }
  | { readonly kind: "welcome" }
  | { readonly kind: "receipt-code"; readonly peer: string; readonly name: string }
  | { readonly kind: "revoke"; readonly office: string; readonly name: string; readonly device: string }
  | { readonly kind: "reenrol"; readonly own: boolean }
  | { readonly kind: "purge"; readonly record: string; readonly title: string }
  | { readonly kind: "join"; readonly record: string; readonly title: string };

export const openedDialog = storeOf<ExchangeDialog | undefined>(undefined);
export const openDialog = (dialog: ExchangeDialog): void => openedDialog.set(dialog);
export const closeDialog = (): void => openedDialog.set(undefined);
