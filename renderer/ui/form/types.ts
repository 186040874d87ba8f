/** What a capability says about a form; the frame draws it, checks it, keeps its draft and saves it. */
import type { ReactNode } from "react";

/** Values of a form by field: text, lists (units), or nothing chosen. */
export type FormValue = string | readonly string[] | number | null;
export type FormValues = Readonly<Record<string, FormValue>>;

export interface FormField<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  /**
   * `text` one line, `long` several, `choice` one of `choices`, `units` the unit picker, `period` a deadline read as it is
   * typed, `suggest` one line with values entered before, `date` one day, `number` a figure.
   */
  readonly control: "text" | "long" | "choice" | "units" | "period" | "suggest" | "date" | "number";
  readonly required?: boolean;
  /** Behind 'more fields' until it is asked for or has a value. */
  readonly folded?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly suggest?: (typed: string) => Promise<readonly string[]>;
  /** A quiet line under the field: what belongs here. */
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** `units`: one only. */
  readonly single?: boolean;
  readonly max?: number;
}

export interface EntryFormProps<Values extends FormValues> {
  readonly title: string;
  /** Names the draft that survives a crash: `issues.new`, `issues.<id>`. */
  readonly draft: string;
  readonly fields: readonly FormField<Extract<keyof Values, string>>[];
  readonly initial: Values;
  /** Saves; a refusal is thrown, and shown beside the field that it names. */
  readonly save: (values: Values) => Promise<unknown>;
  /** After saving. `next`: Ctrl+Enter, the form stays for the next record (never for an edit). */
  readonly onSaved: (next: boolean) => void;
  readonly onCancel: () => void;
  /** Fields kept for the next record ('place and unit kept'). Absent: the form is of one record, there is no next. */
  readonly keep?: readonly Extract<keyof Values, string>[];
  /** Said when it is saved. */
  readonly said: string;
  /** Checks that need more than 'required': field → words. */
  readonly check?: (values: Values) => Readonly<Record<string, string | undefined>>;
  /** Above the fields. */
  readonly note?: ReactNode;
}
