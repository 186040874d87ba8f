/**
 * The roster as this office has it (EX15): signed statements in a table, merged by their counters, and the root that was
 * pinned once. Whom it trusts is worked out from them (`shared/exchange/trust.ts`).
 */
import { type Peer, type SignedStatement, signedStatementSchema } from "#shared/exchange/bundle.ts";
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import { type Root, rootSchema, type Statement, subjectOf } from "#shared/exchange/roster.ts";
import { mergeStatements, readStatement, type Trust, trustFrom } from "#shared/exchange/trust.ts";
import { canonical } from "../../store/canonical.ts";
import { getMeta, setMeta } from "../../store/log.ts";
import type { Store } from "../../store/store.ts";
import { beginAnewFor } from "../links.ts";
import { readKeysFile } from "./keys-file.ts";
import { signStatement, type SigningKey, verifyStatement } from "./signing.ts";

const rootKey = "exchange-root";

/** The root that was pinned; adoptions lead on from it. */
export const pinnedRoot = (store: Store): Root | null => {
  const text = getMeta(store.db, rootKey);
  return text === null ? null : rootSchema.parse(JSON.parse(text));
};

export const pinRoot = (store: Store, { code, key }: Root): void =>
  setMeta(store.db, rootKey, canonical({ code, key }));

/** Every statement here, whoever signed it. Sorted. */
export const statementsHere = (store: Store): readonly SignedStatement[] =>
  store.db.prepare("SELECT body, by, signature FROM roster ORDER BY subject, by").all() as SignedStatement[];

/** Whom this office trusts; with statements that it does not have yet (of a bundle that is being looked at). */
export const trustOf = (store: Store, more: readonly SignedStatement[] = []): Trust => {
  const here = statementsHere(store);
  return trustFrom(pinnedRoot(store), more.length === 0 ? here : mergeStatements(here, more, verifyStatement));
};

/**
 * Takes statements in, as they came in a bundle or a file; those that are not rightly signed are left out. The streams to
 * offices that were enrolled anew begin from the beginning (EX18a).
 * @returns who was enrolled anew with another key, and whether the root is another now
 */
export const mergeRoster = (store: Store, more: readonly SignedStatement[]): ExchangeNotice[] => {
  store.assertWritable();
  const here = statementsHere(store);
  const merged = mergeStatements(here, more, verifyStatement);
  const known = new Set(here.map(({ signature }) => signature));
  const news = merged.filter(({ signature }) => !known.has(signature));
  if (news.length === 0) return [];
  const pinned = pinnedRoot(store);
  const notices = noticesOf(trustFrom(pinned, here), trustFrom(pinned, merged));
  store.db.transaction(() => {
    for (const statement of news) put(store, statement);
    for (const { code, params } of notices) if (code === "enrolled-anew") beginAnewFor(store, String(params["office"]));
  })();
  return notices;
};

const put = (store: Store, { body, by, signature }: SignedStatement): void => {
  const statement = readStatement(body);
  if (!statement) return;
  store.db
    .prepare("INSERT OR REPLACE INTO roster (subject, by, counter, body, signature) VALUES (?, ?, ?, ?, ?)")
    .run(subjectOf(statement), by, statement.counter, body, signature);
};

const noticesOf = (before: Trust, after: Trust): ExchangeNotice[] => {
  const anew = after.trustedOffices().flatMap(({ code, name, key }): ExchangeNotice[] => {
    const old = before.officeOf(code);
    return old && old.key !== key ? [{ code: "enrolled-anew", params: { office: code, name } }] : [];
  });
  const root = after.root && after.officeOf(after.root.code);
  if (!root || !before.root || before.root.key === root.key) return anew;
  return [...anew, { code: "root-moved", params: { office: root.code, name: root.name } }];
};

/**
 * What travels in every bundle (EX9, EX15): the statements of offices that are trusted, of the roots that led to the
 * present one, and this office's own. The same for every peer, since each follows the whole chain.
 */
export const rosterFor = (store: Store, _peer?: Peer): readonly SignedStatement[] => {
  const here = statementsHere(store);
  const trust = trustOf(store);
  const signers = new Set(trust.trustedOffices().map(({ key }) => key));
  const pinned = pinnedRoot(store);
  if (pinned) signers.add(pinned.key);
  const own = readKeysFile(store.folder)?.officeKey;
  if (own) signers.add(own);
  return here.filter(({ by }) => signers.has(by));
};

/** A statement as it is to be signed: the counter and the moment are put to it. */
export type Unsigned<S extends Statement = Statement> = S extends Statement ? Omit<S, "counter" | "at"> : never;

/**
 * Signs a statement and takes it in. The counter goes beyond every one of this key that is known here, and beyond the
 * clock's seconds, so that a restored office's word is newer than what it has forgotten.
 */
export const issue = (store: Store, key: SigningKey, unsigned: Unsigned): SignedStatement => {
  const now = store.env.now();
  const { last } = store.db
    .prepare("SELECT coalesce(max(counter), 0) AS last FROM roster WHERE by = ?")
    .get(key.key) as { last: number };
  const counter = Math.max(last + 1, Math.floor(now.getTime() / 1000));
  const signed = signStatement(key, canonical({ ...unsigned, counter, at: now.toISOString() }));
  put(store, signed);
  return signed;
};

/** Statements from outside in the shape that they have to have. */
export const statementsSchema = signedStatementSchema.array().max(100_000);
