/**
 * Whom this office trusts (EX15, EX17), worked out from nothing but the root that it pinned and a set of signed
 * statements. A statement is named by its subject and the key that signed it, so that none can push another's aside,
 * and the answer is the same whatever the order in which they came. Signatures are checked by a function passed in.
 */
import { isAbove } from "../units/area.ts";
import type { Peer, SignedStatement } from "./bundle.ts";
import {
  type DeviceStatement,
  type OfficeStatement,
  type Root,
  type Statement,
  statementSchema,
  subjectOf,
} from "./roster.ts";

/** Whether `signature` is that of `key` under the statement's body. */
export type VerifyStatement = (statement: SignedStatement) => boolean;

/** A statement that was read; its signature holds. */
interface Held<S extends Statement = Statement> {
  readonly statement: S;
  readonly signed: SignedStatement;
}

export interface TrustedOffice {
  readonly code: string;
  readonly name: string;
  /** Its signing key. */
  readonly key: string;
  /** The office that vouches for it; null for the root. */
  readonly above: string | null;
  readonly since: string;
}

export interface TrustedDevice {
  readonly office: string;
  readonly device: string;
  readonly key: string;
  readonly recipient: string;
  readonly desk: boolean;
  readonly counter: number;
  readonly since: string;
  /** EX17: the last bundle that counts, by link; null: not revoked. */
  readonly revoked: { readonly last: Readonly<Record<string, number>>; readonly at: string } | null;
}

export interface Trust {
  /** The root that the pinned one leads to, by adoptions; null before anything was pinned. */
  readonly root: Root | null;
  readonly trustedOffices: () => readonly TrustedOffice[];
  readonly officeOf: (code: string) => TrustedOffice | null;
  /** By device id. Also those revoked. */
  readonly devicesOf: (office: string) => readonly TrustedDevice[];
  readonly deviceOf: (office: string, device: string) => TrustedDevice | null;
  /** The computer that reads and writes files of other offices (EX21). */
  readonly deskOf: (office: string) => TrustedDevice | null;
  /** The key that a bundle from this computer has to be signed by; null: nobody vouches for it. Also of a revoked one. */
  readonly signerKey: (office: string, device: string) => string | null;
  /** To whom a bundle for a peer is encrypted; empty: it is not enrolled. */
  readonly recipientsOf: (peer: Peer) => readonly string[];
  /** EX17: whether what came by this link at this number no longer counts. `device` with or without its office in front. */
  readonly isRevoked: (device: string, link: string, number: number) => boolean;
}

/**
 * The union of two rosters: for each subject and signer the statement with the higher counter. What is not signed by
 * the key that it names, or is no statement, is left out. Sorted, so that equal sets are equal.
 */
export const mergeStatements = (
  known: readonly SignedStatement[],
  more: readonly SignedStatement[],
  verify: VerifyStatement,
): readonly SignedStatement[] => {
  const merged = new Map<string, Held>();
  const put = (held: Held): void => {
    const name = nameOf(held);
    const other = merged.get(name);
    if (!other || isNewer(held, other)) merged.set(name, held);
  };
  for (const signed of known) for (const held of reading(signed)) put(held);
  for (const signed of more) for (const held of reading(signed)) if (verify(signed)) put(held);
  return [...merged.entries()].toSorted(([a], [b]) => compare(a, b)).map(([, { signed }]) => signed);
};

/**
 * @param pinned the root that this office pinned once; null: it trusts nobody yet
 * @param statements as `mergeStatements` gave them: their signatures are not looked at again
 */
export const trustFrom = (pinned: Root | null, statements: readonly SignedStatement[]): Trust => {
  const held = statements.flatMap(reading);
  const root = pinned === null ? null : followAdoptions(pinned, held);
  const offices = root === null ? new Map<string, TrustedOffice>() : officesUnder(root, held);
  const devices = devicesOfAll(offices, held);
  const devicesOf = (office: string): readonly TrustedDevice[] => devices.get(office) ?? [];
  const deviceOf = (office: string, device: string): TrustedDevice | null =>
    devicesOf(office).find((known) => known.device === device) ?? null;
  const desksOf = (office: string): readonly TrustedDevice[] =>
    devicesOf(office)
      .filter(({ desk, revoked }) => desk && revoked === null)
      .toSorted((a, b) => b.counter - a.counter || compare(b.device, a.device));
  return {
    root,
    trustedOffices: () => [...offices.values()],
    officeOf: (code) => offices.get(code) ?? null,
    devicesOf,
    deviceOf,
    deskOf: (office) => desksOf(office)[0] ?? null,
    signerKey: (office, device) => deviceOf(office, device)?.key ?? null,
    recipientsOf: (peer) => {
      const [office = "", device] = peer.split("/");
      const to = device === undefined ? desksOf(office) : devicesOf(office).filter((known) => known.device === device);
      return to.flatMap(({ recipient, revoked }) => (revoked === null ? [recipient] : []));
    },
    isRevoked: (device, link, number) => {
      const [id = "", office] = device.split("/").toReversed();
      const all = office === undefined ? [...devices.values()].flat() : devicesOf(office);
      const meant = all.filter((known) => known.device === id);
      // Two offices that name the same computer: neither revokes the other's.
      return meant.length > 0 && meant.every(({ revoked }) => revoked !== null && number > lastOf(revoked.last, link));
    },
  };
};

const lastOf = (last: Readonly<Record<string, number>>, link: string): number =>
  Object.hasOwn(last, link) ? (last[link] ?? 0) : 0;

const reading = (signed: SignedStatement): Held[] => {
  const statement = readStatement(signed.body);
  return statement === null ? [] : [{ statement, signed }];
};

/** What a statement says; null when it is none that this version knows. */
export const readStatement = (body: string): Statement | null => {
  try {
    const parsed = statementSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const nameOf = ({ statement, signed }: Held): string => `${subjectOf(statement)}\n${signed.by}`;

/** A copied key may have signed two with one counter: then the texts decide, everywhere alike. */
const isNewer = (a: Held, b: Held): boolean =>
  (a.statement.counter - b.statement.counter ||
    compare(a.signed.body, b.signed.body) ||
    compare(a.signed.signature, b.signed.signature)) > 0;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A root hands itself over to one above it, so that a chain of adoptions leads upwards and ends. */
const followAdoptions = (pinned: Root, held: readonly Held[]): Root => {
  for (const { statement, signed } of held) {
    if (statement.type !== "adoption" || signed.by !== pinned.key) continue;
    if (statement.code !== pinned.code || !isAbove(statement.to, pinned.code)) continue;
    return followAdoptions({ code: statement.to, key: statement.toKey }, held);
  }
  return pinned;
};

/**
 * An office counts when one that counts and stands above it by its code signed it; so no circle leads anywhere. Where
 * two above it did, the nearer one knows it better.
 */
const officesUnder = (root: Root, held: readonly Held[]): Map<string, TrustedOffice> => {
  const statements = held.filter((one): one is Held<OfficeStatement> => one.statement.type === "office");
  const own = statements.find(
    ({ statement, signed }) =>
      isSelfSigned(statement, signed) && statement.code === root.code && signed.by === root.key,
  );
  const offices = new Map<string, TrustedOffice>([
    [root.code, { ...root, name: own?.statement.name ?? root.code, above: null, since: own?.statement.at ?? "" }],
  ]);
  const codes = [...new Set(statements.map(({ statement }) => statement.code))];
  const below = codes.filter((code) => isAbove(root.code, code)).toSorted(fromAbove);
  for (const code of below) {
    const [nearest] = statements
      .filter(({ statement, signed }) => {
        const signer = offices.get(statement.above);
        return statement.code === code && signer?.key === signed.by && isAbove(signer.code, code);
      })
      .toSorted((a, b) => fromAbove(b.statement.above, a.statement.above));
    if (!nearest) continue;
    const { name, key, above, at } = nearest.statement;
    offices.set(code, { code, name, key, above, since: at });
  }
  return offices;
};

const isSelfSigned = (statement: OfficeStatement, signed: SignedStatement): boolean =>
  statement.above === statement.code && statement.key === signed.by;

/** Those above come before those below: a province's stem is shorter than a city's. */
const fromAbove = (a: string, b: string): number => depth(a) - depth(b) || compare(a, b);

const depth = (code: string): number => code.replace(/(?:00){1,2}$/, "").length;

const devicesOfAll = (
  offices: ReadonlyMap<string, TrustedOffice>,
  held: readonly Held[],
): Map<string, readonly TrustedDevice[]> => {
  const statements = held.filter((one): one is Held<DeviceStatement> => one.statement.type === "device");
  const signsAbove = (key: string, code: string): boolean =>
    [...offices.values()].some((office) => office.key === key && isAbove(office.code, code));
  const found = new Map<string, readonly TrustedDevice[]>();
  for (const { code, key } of offices.values()) {
    const named = statements.filter(({ statement }) => statement.office === code);
    const own = named
      .filter(({ signed }) => signed.by === key)
      .toSorted((a, b) => compare(a.statement.device, b.statement.device));
    const revocations = named.filter(
      ({ statement, signed }) => statement.revoked !== null && signsAbove(signed.by, code),
    );
    // The office was enrolled anew, and its key vouches for the computer no more: what it wrote is still to be reviewed.
    const former = revocations.filter(
      ({ statement }, index) =>
        own.every((one) => one.statement.device !== statement.device) &&
        revocations.findIndex((one) => one.statement.device === statement.device) === index,
    );
    found.set(
      code,
      [...own, ...former].map(({ statement }) =>
        deviceOfStatements(
          statement,
          revocations.filter((one) => one.statement.device === statement.device),
        ),
      ),
    );
  }
  return found;
};

/** Revoked by its own office or by one above it (EX17); by both: the fewer bundles count. */
const deviceOfStatements = (own: DeviceStatement, fromAboveIt: readonly Held<DeviceStatement>[]): TrustedDevice => {
  const revocations = [own, ...fromAboveIt.map(({ statement }) => statement)].flatMap(({ revoked }) => revoked ?? []);
  const { office, device, key, recipient, desk, counter, at } = own;
  return { office, device, key, recipient, desk, counter, since: at, revoked: leastOf(revocations) };
};

const leastOf = (revocations: readonly NonNullable<DeviceStatement["revoked"]>[]): TrustedDevice["revoked"] => {
  const [first, ...others] = revocations;
  if (!first) return null;
  return others.reduce(
    (least, { last, at }) => ({
      last: Object.fromEntries(
        Object.keys(least.last).map((link) => [link, Math.min(lastOf(least.last, link), lastOf(last, link))]),
      ),
      at: at < least.at ? at : least.at,
    }),
    first,
  );
};
