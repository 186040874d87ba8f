/** What confirming a stage would write, worked out before anything is: new records, changes, withdrawals. */
import type { Store } from "../store/store.ts";
import type { ListRow } from "./readers.ts";
import { type Compared, comparedWith, revisedRow } from "./revision.ts";
import { importable, type Item, type StageState } from "./stage.ts";

export interface Plan {
  readonly added: readonly Item[];
  readonly changed: readonly { readonly id: string; readonly before: ListRow; readonly after: ListRow }[];
  readonly withdrawn: readonly { readonly id: string }[];
  readonly unchanged: number;
}

/**
 * An item said to be the record that it may be is changed; undecided it is new, and the record it resembles, which the
 * revised list no longer names, is withdrawn like the others.
 */
export const planOf = (store: Store, stage: StageState): Plan => {
  const compared: Compared = comparedWith(store, stage);
  const added: Item[] = [];
  const changed: { id: string; before: ListRow; after: ListRow }[] = [];
  const withdrawn: { id: string }[] = [...compared.withdrawn];
  let unchanged = 0;
  for (const item of importable(stage)) {
    const match = compared.of.get(item.key);
    if (!match?.earlier || (match.kind === "perhaps" && !match.perhaps?.accepted)) {
      added.push(item);
      if (match?.earlier) withdrawn.push(match.earlier);
    } else if (match.fields.length === 0) unchanged += 1;
    else if (item.row) {
      const { id, row } = match.earlier;
      changed.push({ id, before: row, after: revisedRow(row, item.row, match.fields) });
    }
  }
  return { added, changed, withdrawn, unchanged };
};
