/** Which fields the preview shows, in which order and how wide: those that the file gives, and the few always asked for. */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { Stage } from "#shared/imports/view.ts";

export interface PreviewColumn {
  readonly key: string;
  /** Least width in pixels; what room is left is shared out by `grow`. */
  readonly width: number;
  readonly grow: number;
  /** The column of the file that gives the field; null where it is derived, or where the file has none. */
  readonly from: Stage["columns"][number] | null;
}

interface Shape {
  readonly key: string;
  readonly width: number;
  readonly grow: number;
  /** Shown even when no column of the file gives it. */
  readonly always?: true;
}

const shapes = {
  tasks: [
    { key: "no", width: 56, grow: 0, always: true },
    { key: "title", width: 150, grow: 3, always: true },
    { key: "measures", width: 160, grow: 3 },
    { key: "lead", width: 120, grow: 1, always: true },
    { key: "responsible", width: 140, grow: 2, always: true },
    { key: "support", width: 120, grow: 1 },
    { key: "period", width: 140, grow: 1, always: true },
    { key: "section", width: 120, grow: 1 },
    { key: "note", width: 100, grow: 1 },
  ],
  issues: [
    { key: "no", width: 56, grow: 0, always: true },
    { key: "title", width: 190, grow: 3, always: true },
    { key: "source", width: 100, grow: 1 },
    { key: "place", width: 110, grow: 1 },
    { key: "unit", width: 130, grow: 1, always: true },
    { key: "leader", width: 84, grow: 0 },
    { key: "person", width: 84, grow: 0 },
    { key: "phone", width: 116, grow: 0 },
    { key: "type", width: 92, grow: 0 },
    { key: "measures", width: 170, grow: 2 },
    { key: "limit", width: 140, grow: 0, always: true },
    { key: "progress", width: 170, grow: 2 },
    { key: "state", width: 96, grow: 0, always: true },
    { key: "closedOn", width: 104, grow: 0 },
    { key: "section", width: 120, grow: 1 },
    { key: "note", width: 100, grow: 1 },
  ],
} as const satisfies Record<ImportCapability, readonly Shape[]>;

const ownPrefix = "extra.";

/** A column kept under its own name, as a field of a line. */
const ownColumn = (from: Stage["columns"][number]): PreviewColumn => ({
  key: ownPrefix + from.name,
  width: 110,
  grow: 1,
  from,
});

/** The name of a column kept under its own; undefined for a field that has a meaning of ours. */
export const ownName = (key: string): string | undefined =>
  key.startsWith(ownPrefix) ? key.slice(ownPrefix.length) : undefined;

/** The preview's columns for a staged file: the known fields, then those kept under their own names. */
export const previewColumns = (stage: Stage): readonly PreviewColumn[] => {
  const hasSections = (stage.accounting["sections"] ?? 0) > 0;
  const known = shapes[stage.capability].flatMap((shape: Shape) => {
    const from = stage.columns.find((column) => column.meaning === shape.key) ?? null;
    const shown = shape.always === true || from !== null || (shape.key === "section" && hasSections);
    return shown ? [{ key: shape.key, width: shape.width, grow: shape.grow, from }] : [];
  });
  return [...known, ...stage.columns.filter(({ meaning }) => meaning === "extra").map(ownColumn)];
};

/** Widths of the columns at the left: row number, and kind with its problem where any line has one. */
const rowNumberWidth = 56;
const reasonWidth = { wide: 216, narrow: 84 } as const;

/** The CSS grid template of a preview line, and the least width at which nothing becomes a sliver. */
export const gridTemplate = (
  columns: readonly PreviewColumn[],
  hasReasons: boolean,
): { template: string; least: number } => {
  const reason = hasReasons ? reasonWidth.wide : reasonWidth.narrow;
  const tracks = columns.map((column) =>
    column.grow > 0 ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`,
  );
  const least = columns.reduce((sum, column) => sum + column.width, rowNumberWidth + reason);
  return { template: `${rowNumberWidth}px ${reason}px ${tracks.join(" ")}`, least };
};
