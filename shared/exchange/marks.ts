/** What a list row says of a record that other offices have a hand in; worded under `<capability>.marks.<value>`. */
export const markValues = [
  /** A conflict is open (EX6–EX8). */
  "conflict",
  /** A proposal is open (EX5). */
  "proposal",
  /** Another office made it (EX4). */
  "foreign",
  /** It left this office's scope and is kept for reading (EX10). */
  "archived",
] as const;
export type Mark = (typeof markValues)[number];
