/**
 * Who decides a question (EX5, EX6): of those whom the rules name, the one with most authority that can write: it did
 * so, or has an enrolled computer. For a unit that has none, whoever writes on its behalf decides.
 */
import { Rights } from "#shared/exchange/authority.ts";
import type { MergeChange } from "#shared/exchange/merging.ts";
import { creation } from "#shared/store/commit.ts";
import { ownerOf } from "../../tasks/worked.ts";
import type { Store } from "../../store/store.ts";
import { type Asked, isWithdrawal } from "./open.ts";

export interface Decider {
  readonly office: string;
  /** This office has authority enough. */
  readonly mine: boolean;
}

export const deciderOf = (store: Store, asked: Asked, enrolled: (code: string) => boolean): Decider => {
  const here = store.officeCode() ?? "";
  const owner = ownerOf(store.db, asked.rid);
  const rank = ranking(asked);
  const wrote = new Set(asked.changes.map(({ office }) => office));
  const able = [...new Set([owner, here, ...namedIn(asked)])]
    .filter((code) => code === here || wrote.has(code) || enrolled(code))
    .map((code) => ({ code, rank: rank(code) }));
  const best = able.reduce((a, b) => (b.rank > a.rank ? b : a));
  const own = rank(here);
  const mine = own > 0 && own >= best.rank;
  return { office: mine ? here : best.code, mine };
};

/** The rank that an office would have if it wrote now what is asked about, having seen everything. */
const ranking = ({ declared, record, changes, about, unit }: Asked): ((office: string) => number) => {
  const rights = new Rights(declared, record, changes);
  const lamport = Math.max(0, ...changes.map((change) => change.lamport)) + 1;
  // Of a withdrawal and the work that it did not know of, it is the withdrawal that is decided on.
  const own = about.filter((change) => change.unit === unit);
  const asked = own.find(isWithdrawal) ?? own[0];
  const base = [...new Set(changes.map(({ version }) => version))];
  return (office) => {
    const now: MergeChange = {
      version: "",
      epoch: "",
      seq: 0,
      lamport,
      ord: 0,
      office,
      behalf: null,
      unit,
      value: asked?.value,
      base,
    };
    return asked ? rights.rankFor(now, asked) : rights.rankOf(now);
  };
};

/** Offices that have written about it, or for whom was written, or that it is given to. */
const namedIn = ({ declared, changes, about }: Asked): string[] => {
  const makers = changes
    .filter(({ unit }) => unit === creation)
    .flatMap(({ office, behalf }) => [office, behalf ?? ""]);
  const steps = about.flatMap(({ value }) => {
    const unit = typeof value === "object" && value !== null && "unit" in value ? value.unit : null;
    return typeof unit === "string" ? [unit] : [];
  });
  const given = changes.flatMap(({ unit, value }) => declared.scope?.codesIn?.[unit]?.(value) ?? []);
  return [...makers, ...about.map(({ office }) => office), ...steps, ...given].filter((code) => code !== "");
};
