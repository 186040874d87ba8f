/**
 * First run: this data folder becomes the office of a division. The divisions above it, and those below it as far as it
 * supervises, are entered by themselves (三级督导: a city sees its towns, a district its towns).
 */
import { AppError } from "#shared/errors.ts";
import { officeRecordId, settingsRecordId, settingsSchema } from "#shared/system/settings.ts";
import { type Tier, type unitKind, unitRecordId } from "#shared/units/record.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { usualOfficeName } from "#shared/units/office-name.ts";
import { ancestorsOf, childrenOf, type Division, divisionByCode } from "../units/divisions.ts";

/** How many tiers below an office its units are entered for. */
const tiersBelow: { readonly [T in Tier]?: number } = { province: 2, city: 2, district: 1, town: 0 };

/**
 * @param unit GB/T 2260 or 10114 code: 370300 city, 370303 district, 370303001 town
 * @throws AppError `office-already-set`, `division-unknown`
 */
export const initOffice = (store: Store, unit: string, name?: string): Committed => {
  const known = store.officeCode();
  if (known !== null) throw new AppError("office-already-set", { unit: known });
  const division = divisionByCode(unit);
  if (!division) throw new AppError("division-unknown", { code: unit });
  return commit(store, {
    action: "system.init",
    office: unit,
    changes: [...officeChanges(division, name), ...divisionChanges(division)],
  });
};

const officeChanges = (division: Division, name?: string): ChangeInput[] => {
  const { immediateWorkdays, recurringShift, ...lights } = settingsSchema.parse({});
  return [
    {
      record: officeRecordId,
      kind: "office",
      unit: "*",
      value: { office: { unit: division.code, name: name ?? usualOfficeName(division.name, division.tier) } },
    },
    {
      record: settingsRecordId,
      kind: "settings",
      unit: "*",
      value: { lights, immediateWorkdays, recurringShift, holidays: {} },
    },
  ];
};

const divisionChanges = (division: Division): ChangeInput[] =>
  [...ancestorsOf(division.code), division, ...below(division, tiersBelow[division.tier] ?? 0)].map(unitOfDivision);

const below = (division: Division, depth: number): Division[] =>
  depth === 0 ? [] : childrenOf(division.code).flatMap((child) => [child, ...below(child, depth - 1)]);

const unitOfDivision = ({ code, name, tier, parent }: Division): ChangeInput => ({
  record: unitRecordId(code),
  kind: "unit",
  unit: "*",
  value: {
    code,
    name: { name, aliases: [] },
    place: { kind: "division", tier, parent },
  } satisfies Partial<Record<keyof typeof unitKind.units, unknown>>,
});
