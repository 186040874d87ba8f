/** Which columns a list shows, in which order and how wide, as the clerk left them. */
import { useMemo } from "react";
import type { Field } from "#shared/list/query.ts";
import { layColumns } from "./layout.ts";
import type { Column } from "./layout.ts";
import { readBoolean, readNumbers, readTexts, usePreference } from "../../preferences.ts";

const leastWidth = 48;
const mostWidth = 800;
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
