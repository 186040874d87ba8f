/** Dialogs that do something to records. */
export { ActDialog } from "./ActDialog.tsx";
export { ReasonDialog } from "./ReasonDialog.tsx";
export { useFinish } from "./useFinish.ts";
