/** Which columns a list shows, in which order and how wide, as the clerk left them. */
import { useMemo } from "react";
import type { Field } from "#shared/list/query.ts";
import { readBoolean, readNumbers, readTexts, usePreference } from "../../preferences.ts";

export interface Column {
  readonly field: Field;
  readonly width: number;
  /** Distance of a frozen column from the left edge; undefined when it scrolls. */
  readonly left: number | undefined;
}

export const tickWidth = 36;
const leastWidth = 48;
const mostWidth = 800;
const frozenFields = 3;
/** Frozen columns never take more than this share of the list, so that the others can still be seen. */
const frozenShare = 0.7;

const noWidths: Readonly<Record<string, number>> = {};

export interface Columns {
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly choose: (keys: readonly string[]) => void;
  readonly usual: () => void;
  readonly resize: (key: string, width: number) => void;
  readonly compact: boolean;
  readonly setCompact: (compact: boolean) => void;
}

/** 2020年12月31日 has to fit; most dates are of this year and shorter. */
const dateWidth = 124;
const usualWidth = ({ kind, width }: Field): number => (kind === "date" ? Math.max(width, dateWidth) : width);

/** Lays frozen columns from the left; `room` is the list's width in pixels. */
export const layColumns = (
  fields: readonly Field[],
  widths: Readonly<Record<string, number>>,
  room: number,
): readonly Column[] => {
  let left = tickWidth;
  let frozen = true;
  return fields.map((field, place) => {
    const width = widths[field.key] ?? usualWidth(field);
    frozen = frozen && place < frozenFields && left + width <= room * frozenShare;
    const column = { field, width, left: frozen ? left : undefined };
    left += width;
    return column;
  });
};

export const useColumns = (capability: string, fields: readonly Field[], room: number): Columns => {
  const usualKeys = fields.filter((field) => field.usual).map((field) => field.key);
  const [chosen, choose] = usePreference(`list.${capability}.columns`, readTexts, usualKeys);
  const [widths, setWidths] = usePreference(`list.${capability}.widths`, readNumbers, noWidths);
  const [compact, setCompact] = usePreference("list.compact", readBoolean, false);
  const chosenText = chosen.join(" ");
  const columns = useMemo(() => {
    const known = chosenText.split(" ").flatMap((key) => fields.find((field) => field.key === key) ?? []);
    return layColumns(known.length > 0 ? known : fields.filter((field) => field.usual), widths, room);
  }, [chosenText, fields, widths, room]);
  return {
    columns,
    keys: columns.map(({ field }) => field.key),
    choose,
    usual: () => {
      choose(usualKeys);
      setWidths(noWidths);
    },
    resize: (key, width) =>
      setWidths({ ...widths, [key]: Math.round(Math.min(mostWidth, Math.max(leastWidth, width))) }),
    compact,
    setCompact,
  };
};
