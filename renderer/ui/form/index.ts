/** What a capability needs to enter and change records. */
export { EntryForm } from "./EntryForm.tsx";
export { Field } from "./Field.tsx";
export { PeriodInput } from "./PeriodInput.tsx";
export type { EntryFormProps, FormField, FormValue, FormValues } from "./types.ts";
