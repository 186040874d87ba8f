/** What a simulation really did, so that it can be shown to have done real work, and told by the soak. */
export const tallied = [
  "histories",
  "commits",
  "bundles",
  "taken",
  "lost",
  "duplicated",
  "damaged",
  "refused",
  "crashes",
  "conflicts",
  "proposals",
  "decisions",
  "purges",
  "joins",
  "restores",
  "copies",
  "forks",
  "clockJumps",
  "upgrades",
  "leaves",
  "revocations",
] as const;

export type Tally = Record<(typeof tallied)[number], number>;

export const emptyTally = (): Tally => Object.fromEntries(tallied.map((name) => [name, 0])) as Tally;

export const addTally = (to: Tally, more: Tally): void => {
  for (const name of tallied) to[name] += more[name];
};

export const tellTally = (tally: Tally): string => tallied.map((name) => `${name} ${tally[name]}`).join(", ");
