/** The table with its active cell and range: moving about draws this part anew and nothing around it. */
import { useMemo } from "react";
import { useStorePart } from "../store.ts";
import type { Store } from "../store.ts";
import { Grid } from "./Grid.tsx";
import type { GridProps } from "./Grid.tsx";
import { rangeOf } from "./keys.ts";
import type { ListState } from "./state.ts";
import type { ListRow } from "./types.ts";

interface GridHostProps<Row extends ListRow> extends Omit<GridProps<Row>, "active" | "range" | "top"> {
  readonly store: Store<ListState>;
}

const activeOf = ({ active }: ListState) => active;
const anchorOf = ({ anchor }: ListState) => anchor;

export const GridHost = <Row extends ListRow>({ store, ...props }: GridHostProps<Row>) => {
  const active = useStorePart(store, activeOf);
  const anchor = useStorePart(store, anchorOf);
  const range = useMemo(() => rangeOf(active, anchor), [active, anchor]);
  return <Grid<Row> {...props} active={active} range={range} top={store.get().top} />;
};
