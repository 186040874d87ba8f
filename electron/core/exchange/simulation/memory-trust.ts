/** Whom a memory office trusts (EX15, EX17): revoking, reviewing, enrolling, adopting, by the program's pure rules. */
import type { SignedStatement } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import { type Part, partOf, province } from "./cast.ts";
import { type OwnKeys, roster } from "./memory-roster.ts";
import { beginAnewFor } from "./memory-sending.ts";
import type { MemoryState } from "./memory-state.ts";
import { takeRoster } from "./memory-taking.ts";

interface Card {
  readonly part: Part;
  readonly keys: OwnKeys;
  readonly statements: readonly SignedStatement[];
}

export const lastOf = ({ disk }: MemoryState, device: string): Record<string, number> =>
  Object.fromEntries(
    [...disk.streams.incoming.values()].filter((link) => link.device === device).map(({ link, last }) => [link, last]),
  );

export const revoke = (
  { disk }: MemoryState,
  office: string,
  device: string,
  last: Readonly<Record<string, number>>,
): void => {
  const known = roster.trust(disk.statements).deviceOf(office, device);
  if (!known) return;
  const { key, recipient } = known;
  disk.statements = roster.sign(disk.statements, disk.keys.officeKey, {
    type: "device",
    office,
    device,
    key,
    recipient,
    desk: false,
    revoked: { last: { ...last }, at: "2020-05-19T00:00:00.000Z" },
  });
};

/** Commits that came by a revoked computer after what counts of it, and that nobody has decided on. */
export const toReview = ({ disk: { statements, streams, log, reviewed } }: MemoryState): Version[] => {
  const trust = roster.trust(statements);
  const found = new Set<Version>();
  for (const { link, device, last, commits } of streams.incoming.values()) {
    if (last === 0 || !trust.isRevoked(device, link, last)) continue;
    const after = new Set([...commits].filter(([number]) => trust.isRevoked(device, link, number)).map(([, of]) => of));
    for (const { version, head, changes } of log.commits.values()) {
      if (reviewed.has(version) || !after.has(head.hash)) continue;
      if ([...changes.values()].some(({ via }) => via === link)) found.add(version);
    }
  }
  return [...found];
};

export const review = (state: MemoryState, versions: readonly Version[], keep: boolean): void => {
  const { log, reviewed } = state.disk;
  for (const version of versions) {
    reviewed.add(version);
    const commit = log.commits.get(version);
    if (!commit) continue;
    for (const [ord, stored] of commit.changes) {
      if (stored.via === null) continue;
      if (keep && stored.state === 2)
        log.replace({ version, ord }, { ...stored, state: state.knows(stored.change) ? 0 : 1 });
      if (!keep && stored.state === 0) log.replace({ version, ord }, { ...stored, state: 2 });
    }
    if (keep) log.events.push({ version, ords: [...commit.changes.keys()] });
    state.records.touch([...commit.changes.values()].map(({ change }) => change.record));
  }
};

export const cardOf = (state: MemoryState): Card => {
  const part = partOf(state.peer);
  const { keys, statements } = state.disk;
  const own = roster.device(statements, part, keys);
  return { part, keys, statements: own.filter(({ by }) => by === keys.officeKey) };
};

export const enrol = (state: MemoryState, card: unknown): readonly SignedStatement[] => {
  const { part, keys, statements } = card as Card;
  const { disk, code } = state;
  const before = roster.trust(disk.statements).officeOf(part.code)?.key;
  disk.statements = roster.merge(disk.statements, statements);
  disk.statements = roster.office(disk.statements, { part, key: keys.officeKey }, { code, key: disk.keys.officeKey });
  if (before !== undefined && before !== keys.officeKey) beginAnewFor(state, part.code);
  return disk.statements;
};

/** A root that gets the roster of one above it hands itself over. */
export const trustRoster = (state: MemoryState, statements: readonly SignedStatement[], from: string | null): void => {
  takeRoster(state, statements);
  if (from !== null) state.disk.statements = roster.adopted(state.disk.statements, from);
};

export const provinceKeyIn = (statements: readonly SignedStatement[]): string | null => {
  for (const { body, by } of statements) {
    const { type, above } = JSON.parse(body) as { type: string; above?: string };
    if (type === "office" && above === province.code) return by;
  }
  return null;
};
