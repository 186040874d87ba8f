/**
 * The roster of memory offices: the program's own rules of trust (`shared/exchange/trust.ts`) over statements whose
 * signature is a plain hash. Everybody has been introduced to everybody at the beginning.
 */
import { hash } from "node:crypto";
import type { SignedStatement } from "#shared/exchange/bundle.ts";
import type { Root, Statement } from "#shared/exchange/roster.ts";
import { mergeStatements, type Trust, trustFrom } from "#shared/exchange/trust.ts";
import { cast, type Part, partOf, province, secondDevice } from "./cast.ts";

/** Who a computer is: its name, and the keys of itself and of its office, which in memory are names too. */
export interface OwnKeys {
  readonly device: string;
  readonly key: string;
  readonly officeKey: string;
}

const keyNamed = (name: string): string => hash("sha256", name, "base64url");

/** @param life how often the office was enrolled; each time its computer and its keys are new ones */
export const keysOf = ({ peer, code }: Part, life: string): OwnKeys => ({
  device: peer === code ? hash("sha256", `device ${code} ${life}`, "hex").slice(0, 16) : secondDevice,
  key: keyNamed(`device ${peer} ${life}`),
  officeKey: keyNamed(`office ${code} ${life}`),
});

export const firstLife = "first";

type Unsigned<S extends Statement = Statement> = S extends Statement ? Omit<S, "counter" | "at"> : never;

const signatureOf = ({ body, by }: Pick<SignedStatement, "body" | "by">): string => keyNamed(`${by}\n${body}`);
const verify = (signed: SignedStatement): boolean => signed.signature === signatureOf(signed);

/** @param counter beyond all that this key signed before */
const sign = (by: string, unsigned: Unsigned, counter: number): SignedStatement => {
  const body = JSON.stringify({ ...unsigned, counter, at: "2020-05-19T00:00:00.000Z" });
  return { body, by, signature: signatureOf({ body, by }) };
};

const officeStatement = ({ code, name }: Part, key: string, above: string): Unsigned => ({
  type: "office",
  code,
  name,
  key,
  above,
});

const deviceStatement = ({ code, peer }: Part, { device, key }: OwnKeys): Unsigned => ({
  type: "device",
  office: code,
  device,
  key,
  recipient: `age1${device}`,
  desk: peer === code,
  revoked: null,
});

const introduced = (): readonly SignedStatement[] =>
  cast.flatMap((part) => {
    const keys = keysOf(part, firstLife);
    const office = part.peer === part.code ? [part.parent ?? part.code] : [];
    const keyOf = (code: string): string => keysOf(partOf(code), firstLife).officeKey;
    return [
      ...office.map((above) => sign(keyOf(above), officeStatement(part, keys.officeKey, above), 1)),
      sign(keyOf(part.code), deviceStatement(part, keys), 1),
    ];
  });

const city = cast[0]?.code ?? "";
const pinned: Root = { code: city, key: keysOf(partOf(city), firstLife).officeKey };
const firstStatements = mergeStatements([], introduced(), verify);
const trusts = new WeakMap<readonly SignedStatement[], Trust>();

const merge = (known: readonly SignedStatement[], more: readonly SignedStatement[]): readonly SignedStatement[] => {
  const signatures = new Set(known.map(({ signature }) => signature));
  return more.every(({ signature }) => signatures.has(signature)) ? known : mergeStatements(known, more, verify);
};

export const roster = {
  /** The root that everybody pinned at the beginning. */
  rootCode: pinned.code,
  /** What everybody has at the beginning. */
  first: firstStatements,
  merge,
  trust: (statements: readonly SignedStatement[]): Trust => {
    const known = trusts.get(statements);
    if (known) return known;
    const trust = trustFrom(pinned, statements);
    trusts.set(statements, trust);
    return trust;
  },
  /** What somebody may not have yet: everything but the first ones. */
  news: (statements: readonly SignedStatement[]): readonly SignedStatement[] =>
    statements === firstStatements ? [] : statements.filter((statement) => !firstStatements.includes(statement)),
  sign: (statements: readonly SignedStatement[], by: string, unsigned: Unsigned): readonly SignedStatement[] =>
    merge(statements, [sign(by, unsigned, statements.length + 1)]),
  /** Vouches for an office, as who stands above it. */
  office: (
    statements: readonly SignedStatement[],
    { part, key }: { readonly part: Part; readonly key: string },
    above: { readonly code: string; readonly key: string },
  ): readonly SignedStatement[] => roster.sign(statements, above.key, officeStatement(part, key, above.code)),
  /** Vouches for a computer by the key of its office. */
  device: (statements: readonly SignedStatement[], part: Part, keys: OwnKeys): readonly SignedStatement[] =>
    roster.sign(statements, keys.officeKey, deviceStatement(part, keys)),
  /** EX15: the root that everybody pinned hands itself over to the province. */
  adopted: (statements: readonly SignedStatement[], toKey: string): readonly SignedStatement[] =>
    roster.sign(statements, pinned.key, { type: "adoption", code: pinned.code, to: province.code, toKey }),
};
