/** The roster as a tree (EX15): each office under the one that enrolled it. */
import type { OfficeView } from "#shared/exchange/report.ts";

export interface OfficeLine {
  readonly office: OfficeView;
  readonly depth: number;
}

/** Depth first, siblings in the roster's order; other computers of one's own office stand with the office itself. */
export const officeTree = (offices: readonly OfficeView[]): readonly OfficeLine[] => {
  const whole = offices.filter(({ peer }) => !peer.includes("/"));
  const codes = new Set(whole.map(({ code }) => code));
  const isRoot = ({ code, above }: OfficeView): boolean => above === null || above === code || !codes.has(above);
  const seen = new Set<string>();
  const under = (office: OfficeView, depth: number): readonly OfficeLine[] => {
    if (seen.has(office.code)) return [];
    seen.add(office.code);
    const below = whole.filter((each) => each.above === office.code && each.code !== office.code);
    return [{ office, depth }, ...below.flatMap((each) => under(each, depth + 1))];
  };
  const lines = whole.filter(isRoot).flatMap((office) => under(office, 0));
  // A ring of offices, each above the other, has no root; nobody is left out all the same.
  return [...lines, ...whole.flatMap((office) => under(office, 0))];
};

/** Who may be revoked from here: one's own computers, and those of offices that this one enrolled. */
export const isRevocable = (office: OfficeView, ownCode: string): boolean =>
  office.code === ownCode || office.above === ownCode;
