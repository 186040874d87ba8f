/**
 * What may happen in a simulated history, as fast-check makes and shrinks it. Commands point at offices, records and
 * files by number; what such a number means is found when the command is played, so that any subset still plays.
 */
import fc from "fast-check";

export type Command =
  | { readonly do: "task"; readonly office: number; readonly to: number; readonly behalf: boolean }
  | { readonly do: "issue"; readonly office: number; readonly to: number }
  | { readonly do: "edit"; readonly office: number; readonly at: number; readonly unit: number; readonly value: number }
  /** The desk and the other computer of its office write the same at the same time. */
  | { readonly do: "clash"; readonly at: number; readonly unit: number; readonly value: number }
  | { readonly do: "assign"; readonly office: number; readonly at: number; readonly to: number }
  | { readonly do: "step"; readonly office: number; readonly at: number; readonly step: number }
  | { readonly do: "retract"; readonly office: number; readonly at: number; readonly step: number }
  | { readonly do: "withdraw"; readonly office: number; readonly at: number; readonly back: boolean }
  | { readonly do: "purge"; readonly office: number; readonly at: number; readonly unit: number }
  | { readonly do: "join"; readonly office: number; readonly at: number; readonly to: number | null }
  | { readonly do: "move"; readonly office: number; readonly at: number; readonly to: number }
  | { readonly do: "part"; readonly office: number; readonly at: number; readonly to: number | null }
  | { readonly do: "campaign"; readonly office: number; readonly at: number; readonly value: number }
  /** A period of an assignment, or an extension asked for or answered. */
  | { readonly do: "terms"; readonly office: number; readonly at: number; readonly step: number }
  | { readonly do: "urge"; readonly office: number; readonly to: number; readonly task: number }
  /** A step of an urging. */
  | { readonly do: "press"; readonly office: number; readonly at: number; readonly step: number }
  | { readonly do: "decide"; readonly office: number; readonly at: number; readonly side: number }
  | { readonly do: "export"; readonly office: number; readonly to: number }
  | { readonly do: "lose"; readonly file: number }
  | { readonly do: "take"; readonly file: number; readonly keep: boolean }
  | { readonly do: "crash"; readonly file: number; readonly after: number }
  | { readonly do: "truncate"; readonly file: number; readonly at: number }
  | { readonly do: "flip"; readonly file: number; readonly at: number; readonly bit: number }
  | { readonly do: "backup"; readonly office: number }
  | { readonly do: "restore"; readonly office: number }
  | { readonly do: "copy"; readonly office: number; readonly writes: number }
  | { readonly do: "clock"; readonly office: number; readonly days: number }
  | { readonly do: "upgrade" }
  | { readonly do: "steal"; readonly office: number; readonly writes: number }
  /** Of the first computer that was stolen. */
  | { readonly do: "revoke" }
  | { readonly do: "review" }
  | { readonly do: "adopt" };

const office = fc.nat({ max: 6 });
const any = fc.nat({ max: 30 });

const frequent = {
  task: fc.record({ do: fc.constant("task" as const), office, to: office, behalf: fc.boolean() }),
  issue: fc.record({ do: fc.constant("issue" as const), office, to: office }),
  edit: fc.record({ do: fc.constant("edit" as const), office, at: any, unit: any, value: fc.nat({ max: 3 }) }),
  assign: fc.record({ do: fc.constant("assign" as const), office, at: any, to: office }),
  step: fc.record({ do: fc.constant("step" as const), office, at: any, step: any }),
  export: fc.record({ do: fc.constant("export" as const), office, to: any }),
  take: fc.record({ do: fc.constant("take" as const), file: any, keep: fc.boolean() }),
};

const rare = [
  fc.record({ do: fc.constant("clash" as const), at: any, unit: any, value: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant("clash" as const), at: any, unit: any, value: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant("decide" as const), office, at: any, side: any }),
  fc.record({ do: fc.constant("restore" as const), office }),
  fc.record({ do: fc.constant("retract" as const), office, at: any, step: any }),
  fc.record({ do: fc.constant("withdraw" as const), office, at: any, back: fc.boolean() }),
  fc.record({ do: fc.constant("purge" as const), office, at: any, unit: any }),
  fc.record({ do: fc.constant("join" as const), office, at: any, to: fc.option(any) }),
  fc.record({ do: fc.constant("move" as const), office, at: any, to: office }),
  fc.record({ do: fc.constant("move" as const), office, at: any, to: office }),
  fc.record({ do: fc.constant("move" as const), office, at: any, to: office }),
  fc.record({ do: fc.constant("part" as const), office, at: any, to: fc.option(any) }),
  fc.record({ do: fc.constant("campaign" as const), office, at: any, value: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant("terms" as const), office, at: any, step: any }),
  fc.record({ do: fc.constant("terms" as const), office, at: any, step: any }),
  fc.record({ do: fc.constant("urge" as const), office, to: office, task: any }),
  fc.record({ do: fc.constant("press" as const), office, at: any, step: any }),
  fc.record({ do: fc.constant("decide" as const), office, at: any, side: any }),
  fc.record({ do: fc.constant("lose" as const), file: any }),
  fc.record({ do: fc.constant("crash" as const), file: any, after: fc.nat({ max: 40 }) }),
  fc.record({ do: fc.constant("truncate" as const), file: any, at: fc.nat({ max: 5000 }) }),
  fc.record({ do: fc.constant("flip" as const), file: any, at: fc.nat({ max: 5000 }), bit: fc.nat({ max: 7 }) }),
  fc.record({ do: fc.constant("backup" as const), office }),
  fc.record({ do: fc.constant("restore" as const), office }),
  fc.record({ do: fc.constant("copy" as const), office, writes: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant("clock" as const), office, days: fc.integer({ min: -400, max: 400 }) }),
  fc.record({ do: fc.constant("upgrade" as const) }),
];

/** Computers that are stolen and revoked, and a province that adopts the city (EX15, EX17). */
const thefts = [
  fc.record({ do: fc.constant("steal" as const), office, writes: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: fc.constant("revoke" as const) }),
  fc.record({ do: fc.constant("review" as const) }),
  fc.record({ do: fc.constant("adopt" as const) }),
];

const commandOf = (others: readonly fc.Arbitrary<object>[]): fc.Arbitrary<Command> =>
  fc.oneof(
    { arbitrary: frequent.task, weight: 4 },
    { arbitrary: frequent.issue, weight: 4 },
    { arbitrary: frequent.edit, weight: 10 },
    { arbitrary: frequent.assign, weight: 4 },
    { arbitrary: frequent.step, weight: 6 },
    { arbitrary: frequent.export, weight: 12 },
    { arbitrary: frequent.take, weight: 12 },
    ...others.map((arbitrary) => ({ arbitrary: arbitrary as fc.Arbitrary<Command>, weight: 2 })),
  );

export interface History {
  /** Which office runs an old build until an `upgrade`; null: none. */
  readonly old: number | null;
  readonly seed: number;
  readonly commands: readonly Command[];
}

const usual = commandOf(rare);
const withThefts = commandOf([...rare, ...thefts]);

export const historyOf = (
  length: { readonly min: number; readonly max: number },
  { thefts: also = false } = {},
): fc.Arbitrary<History> =>
  fc.record({
    old: fc.option(office, { freq: 3 }),
    seed: fc.nat({ max: 0x7fffffff }),
    commands: fc.array(also ? withThefts : usual, { minLength: length.min, maxLength: length.max, size: "max" }),
  });
