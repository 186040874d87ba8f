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
  "quarantined",
  "kept",
  "withdrawn",
  "adoptions",
] as const;

export type Tally = Record<(typeof tallied)[number], number>;

export const emptyTally = (): Tally => Object.fromEntries(tallied.map((name) => [name, 0])) as Tally;

export const addTally = (to: Tally, more: Tally): void => {
  for (const name of tallied) to[name] += more[name];
};

export const tellTally = (tally: Tally): string => tallied.map((name) => `${name} ${tally[name]}`).join(", ");

/** Per history at least so much, on average; what falls short of it has proved little. */
const least: Partial<Tally> = {
  commits: 6,
  bundles: 30,
  taken: 30,
  lost: 0.4,
  duplicated: 1,
  damaged: 0.8,
  crashes: 0.02,
  conflicts: 1,
  proposals: 0.3,
  decisions: 0.01,
  purges: 0.1,
  joins: 0.3,
  restores: 0.1,
  copies: 0.5,
  forks: 0.3,
  clockJumps: 0.5,
  upgrades: 0.3,
  leaves: 0.005,
};

/** With thefts, besides. */
const leastOfThefts: Partial<Tally> = {
  revocations: 0.3,
  quarantined: 0.1,
  kept: 0.05,
  withdrawn: 0.1,
  adoptions: 0.2,
};

/** In what it did too little; nothing when it did real work. */
export const tooLittle = (tally: Tally, { thefts = false } = {}): string[] =>
  tallied
    .filter((name) => tally[name] < ((thefts ? leastOfThefts : least)[name] ?? 0) * tally.histories)
    .map((name) => `${name}: ${tally[name]} in ${tally.histories} histories`);
