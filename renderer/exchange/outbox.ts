/** Which offices stand in the outbox, in which order, and how long each has not been heard of. */
import type { OfficeView } from "#shared/exchange/report.ts";

/** A neighbour: the office above, those below, this office's other computers; and whoever was ever exchanged with. */
const isNeighbour = (office: OfficeView, own: OfficeView | undefined): boolean =>
  office.own ||
  office.peer.includes("/") ||
  office.due ||
  office.sent > 0 ||
  office.lastIn !== null ||
  (own !== undefined && (office.above === own.code || (own.above !== own.code && own.above === office.code)));

/** The offices to exchange with; those with something due first, in the roster's order else. */
export const outboxLines = (offices: readonly OfficeView[]): readonly OfficeView[] => {
  const own = offices.find((office) => office.own && !office.peer.includes("/"));
  const lines = offices.filter((office) => office !== own && isNeighbour(office, own));
  return [...lines.filter(({ due }) => due), ...lines.filter(({ due }) => !due)];
};

export type Heard = { readonly code: "never" | "today" | "days"; readonly days: number; readonly late: boolean };

/** @param limit the setting: from so many days on it is marked */
export const heardOf = ({ unheardDays }: Pick<OfficeView, "unheardDays">, limit: number): Heard => {
  if (unheardDays === null) return { code: "never", days: 0, late: false };
  if (unheardDays <= 0) return { code: "today", days: 0, late: false };
  return { code: "days", days: unheardDays, late: unheardDays >= limit };
};

/** 8 digits as people read them out: 1234 5678. */
export const grouped = (digits: string, size = 4): string =>
  digits.match(new RegExp(`.{1,${size}}`, "g"))?.join(" ") ?? digits;
