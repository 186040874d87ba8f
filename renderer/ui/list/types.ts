/** What a capability says about its list; everything else is the frame's, so that all lists work alike. */
import type { ReactNode } from "react";
import type { PastedRow, PastePreview } from "#shared/list/paste.ts";
import type { Facets, Field, ListQuery, Page } from "#shared/list/query.ts";

export interface ListRow {
  readonly id: string;
}

/** The capability's three procedures of the contract; `client.tasks` fits as it is. */
export interface ListSource<Row extends ListRow> {
  readonly list: (
    page: Page,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<{ readonly rows: readonly Row[] }>;
  readonly count: (
    query: ListQuery,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<{ readonly count: number }>;
  readonly facets: (
    query: ListQuery & { readonly fields: string[] },
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Facets>;
}

export interface ListAction {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly icon?: ReactNode;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** The rows that were ticked, and how to untick them when the work on them is done. */
export interface Selection {
  readonly ids: readonly string[];
  readonly clear: () => void;
}

/** What the frame hands to a detail or a form that it shows beside the list. */
export interface BesideList {
  readonly close: () => void;
  readonly edit: (id: string) => void;
  readonly open: (id: string) => void;
  readonly add: () => void;
}

/** Pasting into the list, as the capability's contract takes it: `{ fields, run: client.tasks.paste }`. */
export interface ListPaste {
  /** Columns that take cells; the others the program works out. */
  readonly fields: readonly string[];
  readonly run: (input: {
    rows: PastedRow[];
    apply: boolean;
  }) => Promise<{ readonly preview: PastePreview; readonly done: object | null }>;
}

export interface ListPageProps<Row extends ListRow, Key extends string> {
  readonly capability: "tasks" | "issues" | "urgings";
  readonly fields: readonly Field<Key>[];
  readonly source: ListSource<Row>;
  /** How a field looks in its cell, where its kind's usual look will not do. */
  readonly cells?: { readonly [K in Key]?: (row: Row) => ReactNode };
  /** A field as plain text (copying, printing), where its kind's usual text will not do. */
  readonly texts?: { readonly [K in Key]?: (row: Row) => string };
  /** Why a row's light is what it is, asked for when the pointer rests on it. */
  readonly why?: (id: string) => Promise<string>;
  /** Before the search: other views of the same records. */
  readonly lead?: ReactNode;
  /** Buttons above the list, before the frame's own (columns, export, print). */
  readonly actions?: readonly ListAction[];
  /** The menu of one row (right click, or the menu key). */
  readonly rowActions?: (row: Row) => readonly ListAction[];
  /** Buttons of the bar that appears when rows are ticked. */
  readonly bulkActions?: (selection: Selection) => readonly ListAction[];
  /** The record beside the list; its route is `/<capability>/<id>`. */
  readonly detail: (id: string, beside: BesideList) => ReactNode;
  /** The form beside the list: `/<capability>/new` (id undefined), `/<capability>/<id>/edit`. Absent: N and E do nothing. */
  readonly form?: (id: string | undefined, beside: BesideList) => ReactNode;
  /** Ctrl+V over the active cell, and Ctrl+D. Absent: nothing is pasted here. */
  readonly paste?: ListPaste;
  /** U: a text for a message about the row, copied. */
  readonly onUrge?: (row: Row) => void;
  /** An empty list says what to do next. */
  readonly empty: { readonly text: string; readonly actions: readonly ListAction[] };
}
