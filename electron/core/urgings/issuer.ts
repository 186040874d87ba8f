/** By which name an office signs: its own full one here, and that of its unit where it is another, whose full one is not known. */
import { officeRecordId } from "#shared/system/settings.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";

/** @param owner code of the office; null: this one */
export const issuerName = (store: Store, owner: string | null): string => {
  const { office, shown } = unitLookup(store.db);
  const own = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "";
  return owner === null || owner === office ? own : shown(owner);
};
