/**
 * EX8: what should never have been entered is blanked, here and wherever the order to purge arrives; its hash stays.
 * Who owns the record purges all of it, another office only what it wrote itself. It cannot be undone.
 */
import { AppError } from "#shared/errors.ts";
import { purgeUnit } from "#shared/exchange/merging.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { Program } from "../../program.ts";
import { commit, type Committed } from "../../store/commit.ts";
import { prepared } from "../../store/prepared.ts";

export interface PurgeOrder {
  readonly record: string;
  /** Units of merge, and `step`; none: the whole record. */
  readonly units?: readonly string[];
  readonly reason: string;
  readonly confirmed?: boolean;
}

/** @throws AppError `purge-unconfirmed`, `not-found`, `purge-unit-unknown` */
export const purgeRecord = ({ store }: Pick<Program, "store">, order: PurgeOrder): Committed => {
  const { record, units = [], reason, confirmed = false } = order;
  store.assertWritable();
  const kind = prepared(store.db, "SELECT kind FROM records WHERE id = ?").pluck().get(record) as string | undefined;
  const declared = kind === undefined ? undefined : kindByName.get(kind);
  if (kind === undefined || !declared) throw new AppError("not-found", { id: record });
  const unknown = units.find((unit) => unit !== "step" && !Object.hasOwn(declared.units, unit));
  if (unknown !== undefined) throw new AppError("purge-unit-unknown", { unit: unknown });
  if (!confirmed) throw new AppError("purge-unconfirmed");
  return commit(store, {
    action: "exchange.purge",
    changes: [{ record, kind, unit: purgeUnit, value: { units: [...units], reason } }],
  });
};
