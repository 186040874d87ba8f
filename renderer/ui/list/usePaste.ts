/**
 * Pasting a range and filling down: what was copied is matched with the rows and columns on the screen, core says cell by
 * cell what it would do, a person agrees, and it is one commit with one undo. Text comes with the paste event itself,
 * since the window may not ask for the clipboard.
 */
import { useEffect, useState } from "react";
import type { Field } from "#shared/list/query.ts";
import type { PastedRow, PastePreview } from "#shared/list/paste.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { useLatest } from "../latest.ts";
import type { Store } from "../store.ts";
import { useAct, useTellError } from "../toast/act.ts";
import { showToast } from "../toast/toasts.ts";
import type { CellWords } from "./cells.tsx";
import { isCovered, isTyping, rangeOf } from "./keys.ts";
import { countsOf, fillPlan, mostPasted, pastePlan } from "./pasting.ts";
import type { PastePlan } from "./pasting.ts";
import type { ListState } from "./state.ts";
import { fromTsv } from "./tsv.ts";
import type { ListPaste, ListRow, ListSource } from "./types.ts";
import type { Rows } from "./useRows.ts";

/** What the preview shows; `titles` by line. */
export interface Pasting {
  readonly kind: "paste" | "fill";
  readonly plan: PastePlan;
  readonly preview: PastePreview;
  readonly titles: ReadonlyMap<number, string>;
}

interface PasteParts<Row extends ListRow> {
  readonly capability: string;
  readonly fields: readonly Field[];
  readonly source: ListSource<Row>;
  readonly paste: ListPaste | undefined;
  readonly rows: Rows<Row>;
  readonly columns: readonly Field[];
  readonly cells: CellWords<Row>;
  readonly store: Store<ListState>;
}

export interface PasteControl {
  readonly pasting: Pasting | undefined;
  readonly close: () => void;
  readonly apply: (rows: readonly PastedRow[]) => Promise<void>;
  readonly fillDown: () => void;
}

const pageSize = 1000;

export const usePaste = <Row extends ListRow>(parts: PasteParts<Row>): PasteControl => {
  const { t } = useWords();
  const word = useLooseWord();
  const act = useAct();
  const tellError = useTellError();
  const latest = useLatest(parts);
  const [pasting, setPasting] = useState<Pasting>();

  /** Records from a place on, in the list's order, whether they are in sight or not. */
  const rowsFrom = async (from: number, count: number): Promise<readonly Row[]> => {
    const { source, rows } = latest.current;
    const found: Row[] = [];
    while (found.length < count) {
      const limit = Math.min(pageSize, count - found.length);
      const page = await source.list({ ...rows.query, offset: from + found.length, limit });
      found.push(...page.rows);
      if (page.rows.length < limit) break;
    }
    return found;
  };
  const titlesOf = (rows: readonly Row[], first: number): ReadonlyMap<number, string> => {
    const { fields, cells } = latest.current;
    const title = fields.find(({ key }) => key === "title");
    return new Map(rows.map((row, place) => [first + place, title === undefined ? "" : cells.text(title, row)]));
  };
  const say = (text: string): void => {
    showToast({ text });
  };
  const write = async (kind: Pasting["kind"], rows: readonly PastedRow[]): Promise<boolean> => {
    const { paste } = latest.current;
    if (paste === undefined || rows.length === 0) return false;
    const done = await act(
      async () => {
        const { preview, done: committed } = await paste.run({ rows: [...rows], apply: true });
        return { ...committed, preview };
      },
      ({ preview }) => {
        const { changed, added } = countsOf(preview, { add: true, leaveOut: false });
        return kind === "fill" ? t("paste.filled", { changed }) : t("paste.done", { changed, added });
      },
    );
    return done !== undefined;
  };

  const takeText = async (text: string): Promise<void> => {
    const { paste, store, columns, fields, capability } = latest.current;
    if (paste === undefined) return;
    if (text.trim() === "") return say(t("paste.noText"));
    const copied = fromTsv(text);
    const range = rangeOf(store.get().active, store.get().anchor);
    const height = Math.max(copied.length, range.bottom - range.top + 1);
    if (height > mostPasted) return say(t("paste.tooMany", { count: mostPasted }));
    const rows = await rowsFrom(range.top, height);
    const plan = pastePlan(copied, {
      range,
      columns: columns.map(({ key }) => key),
      takes: paste.fields,
      named: new Map(fields.map(({ key }) => [word(`${capability}.fields.${key}`), key])),
      ids: rows.map(({ id }) => id),
    });
    if (plan.rows.length === 0) return say(t("paste.noColumn"));
    const { preview } = await paste.run({ rows: [...plan.rows], apply: false });
    setPasting({ kind: "paste", plan, preview, titles: titlesOf(rows, 1) });
  };
  const fill = async (): Promise<void> => {
    const { paste, store, columns, cells } = latest.current;
    if (paste === undefined) return;
    const range = rangeOf(store.get().active, store.get().anchor);
    const height = range.bottom - range.top + 1;
    if (height > mostPasted) return say(t("paste.tooMany", { count: mostPasted }));
    const rows = await rowsFrom(range.top, height);
    const [first] = rows;
    const shown = columns.slice(range.left, range.right + 1);
    const values =
      first === undefined ? {} : Object.fromEntries(shown.map((field) => [field.key, cells.text(field, first)]));
    const filled = fillPlan(
      rows.map(({ id }) => id),
      values,
      paste.fields,
    );
    if (filled === null) return say(t("paste.noFill"));
    const { preview } = await paste.run({ rows: [...filled], apply: false });
    if (preview.refused === 0 && preview.changed === 0) return say(t("paste.nothing"));
    if (preview.refused === 0) return void (await write("fill", filled));
    const fields = shown.map(({ key }) => key).filter((key) => paste.fields.includes(key));
    const plan = { rows: filled, fields, passed: [], beyond: 0 };
    return setPasting({ kind: "fill", plan, preview, titles: titlesOf(rows, 1) });
  };

  const take = useLatest((text: string): void => void takeText(text).catch(tellError));
  const canPaste = parts.paste !== undefined;
  useEffect(() => {
    if (!canPaste) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      take.current(event.clipboardData?.getData("text/plain") ?? "");
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [canPaste, take]);

  return {
    pasting,
    close: () => setPasting(undefined),
    apply: async (rows) => {
      if (pasting !== undefined && (await write(pasting.kind, rows))) setPasting(undefined);
    },
    fillDown: () => void fill().catch(tellError),
  };
};
