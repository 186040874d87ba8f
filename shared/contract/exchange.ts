/** Exchange with other offices: keys and roster, files out, files in, conflicts and proposals (EX1–EX27). */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { conflictKinds, conflictViewSchema } from "../exchange/conflict-view.ts";
import {
  exchangeNoticeSchema,
  fingerprintSchema,
  inboxItemSchema,
  intakeReportSchema,
  keyProtections,
  officeViewSchema,
} from "../exchange/report.ts";
import { languages } from "../translations/index.ts";
import { doneSchema, workOf } from "./parts.ts";

const at = z.object({ path: z.string() });
const nothing = z.object({});

export const exchangeMeSchema = z.object({
  office: z.string(),
  name: z.string(),
  device: z.string(),
  /** The exchange desk, or another computer of the office (EX21). */
  desk: z.boolean(),
  keys: z.object({
    /** Whether there are keys yet, and whether they can be used now. */
    state: z.enum(["none", "locked", "ready"]),
    protection: z.enum(keyProtections),
    recovery: z.boolean(),
    fingerprint: fingerprintSchema.nullable(),
  }),
  root: z.object({ code: z.string(), name: z.string(), fingerprint: fingerprintSchema }).nullable(),
  /** An office above has vouched for this one, or this is the root and has vouched for another. */
  enrolled: z.boolean(),
  /** EX21: the data folder is on a network or cloud-drive path. */
  sharedFolder: z.string().nullable(),
  /** What lies in the inbox and what is open, for the head of the window. */
  waiting: z.number().int(),
  conflicts: z.number().int(),
  proposals: z.number().int(),
  lastIn: z.string().nullable(),
  lastOut: z.string().nullable(),
});
export type ExchangeMe = z.infer<typeof exchangeMeSchema>;

export const exchangeSettingsSchema = z.object({
  /** Files that appear there are taken into the inbox, and what is due is written there; null: none. */
  watchFolder: z.string().nullable(),
  /** Bytes of one bundle (EX13). */
  partSize: z.number().int(),
  /** An office unheard of for this many days is shown. */
  unheardDays: z.number().int(),
});

export const exchangeContract = {
  me: oc.output(exchangeMeSchema),
  /** Makes the keys where there are none. The recovery code is shown this once (EX18a). */
  setUp: oc
    .input(z.object({ passphrase: z.string().min(1).optional() }))
    .output(z.object({ recoveryCode: z.string() })),
  unlock: oc
    .input(z.object({ passphrase: z.string().optional(), recoveryCode: z.string().optional() }))
    .output(nothing),
  /** Sets or takes away the passphrase. */
  protect: oc.input(z.object({ passphrase: z.string().min(1).nullable() })).output(nothing),
  /** A new recovery code; the old one no longer opens what is written from now on. */
  newRecoveryCode: oc.output(z.object({ recoveryCode: z.string() })),

  card: oc.input(at).output(z.object({ path: z.string(), fingerprint: fingerprintSchema })),
  readCard: oc.input(at).output(
    z.object({
      code: z.string(),
      name: z.string(),
      device: z.string(),
      fingerprint: fingerprintSchema,
      known: z.boolean(),
    }),
  ),
  /** Vouches for a card and writes the roster for it. A card of one's own office enrols another computer (EX21). */
  enrol: oc
    .input(z.object({ card: z.string(), roster: z.string() }))
    .output(z.object({ office: z.string(), name: z.string(), fingerprint: fingerprintSchema })),
  readRoster: oc.input(at).output(
    z.object({
      root: z.object({ code: z.string(), name: z.string(), fingerprint: fingerprintSchema }),
      offices: z.number().int(),
      /** This office is in it. */
      names: z.boolean(),
      /** Trust is already in this root; in none yet; or it is another one, above the one trusted (adoption, EX15). */
      pinned: z.enum(["same", "none", "above", "other"]),
    }),
  ),
  trust: oc
    .input(z.object({ path: z.string(), adopt: z.boolean().default(false) }))
    .output(
      z.object({ root: z.string(), name: z.string(), fingerprint: fingerprintSchema, offices: z.number().int() }),
    ),
  /** Everything that a new or reinstalled office needs in one file, opened by a code told by telephone (EX13). */
  welcome: oc
    .input(z.object({ unit: z.string(), path: z.string() }))
    .output(workOf(z.object({ path: z.string(), code: z.string(), bytes: z.number().int() }))),
  openWelcome: oc
    .input(z.object({ path: z.string(), code: z.string() }))
    .output(workOf(z.object({ unit: z.string(), recoveryCode: z.string(), report: intakeReportSchema }))),
  offices: oc.output(z.array(officeViewSchema)),
  revoke: oc
    .input(
      z.object({ office: z.string(), device: z.string(), last: z.record(z.string(), z.number().int()).optional() }),
    )
    .output(nothing),
  /** What had been taken in after a revocation's last bundle (EX17). */
  review: oc.output(
    z.array(
      z.object({
        version: z.string(),
        office: z.string(),
        device: z.string(),
        action: z.string(),
        at: z.string(),
        records: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string() })),
      }),
    ),
  ),
  reviewed: oc.input(z.object({ versions: z.array(z.string()).min(1), keep: z.boolean() })).output(nothing),
  /** EX20: this computer was copied and goes on under a new name and keys. */
  beginAnew: oc.output(z.object({ device: z.string() })),
  moveDesk: oc.input(z.object({ device: z.string() })).output(doneSchema),

  /** Writes what is due to an office; several files when it is large. */
  export: oc.input(z.object({ to: z.string(), path: z.string() })).output(
    workOf(
      z.object({
        paths: z.array(z.string()),
        entries: z.number().int(),
        changes: z.number().int(),
        bytes: z.number().int(),
        digestCode: z.string(),
      }),
    ),
  ),
  /** Everything that is due to anybody, into a folder (a stick). */
  exportAll: oc.input(z.object({ folder: z.string() })).output(
    workOf(
      z.object({
        written: z.array(
          z.object({ to: z.string(), path: z.string(), entries: z.number().int(), bytes: z.number().int() }),
        ),
      }),
    ),
  ),
  receipt: oc.input(z.object({ to: z.string(), path: z.string() })).output(z.object({ path: z.string() })),
  /** The code to tell an office by telephone: how far its files were taken in (EX12). */
  receiptCode: oc.input(z.object({ of: z.string() })).output(z.object({ code: z.string(), number: z.number().int() })),
  takeReceiptCode: oc
    .input(z.object({ from: z.string(), code: z.string() }))
    .output(z.object({ confirmed: z.number().int() })),

  inbox: oc.output(z.array(inboxItemSchema)),
  /** Copies files into the inbox; each is looked at and says what it would do. Unknown ones are refused one by one. */
  stage: oc.input(z.object({ paths: z.array(z.string()).min(1) })).output(workOf(z.array(inboxItemSchema))),
  /** The clear envelope and the report, without anything being kept. */
  inspect: oc.input(at).output(
    z.object({
      envelope: z.record(z.string(), z.unknown()),
      report: intakeReportSchema.nullable(),
      error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
    }),
  ),
  take: oc.input(z.object({ ids: z.array(z.number().int()).min(1) })).output(workOf(z.array(inboxItemSchema))),
  drop: oc.input(z.object({ id: z.number().int() })).output(nothing),
  /** One file at once, as the command line does; `dryRun`: nothing changes. */
  import: oc
    .input(z.object({ path: z.string(), dryRun: z.boolean().default(false) }))
    .output(workOf(intakeReportSchema)),

  conflicts: oc
    .input(
      z.object({
        kind: z.enum(conflictKinds).optional(),
        record: z.string().optional(),
        mine: z.boolean().optional(),
        /** Of the words in `text`. */
        language: z.enum(languages).optional(),
      }),
    )
    .output(z.array(conflictViewSchema)),
  /** Takes one of the sides (`version`), or writes a third value; `reject` closes a proposal or steps without taking them. */
  decide: oc
    .input(
      z.object({
        id: z.string(),
        take: z.string().optional(),
        value: z.unknown().optional(),
        reject: z.boolean().default(false),
        note: z.string().optional(),
      }),
    )
    .output(doneSchema),

  /** EX8: blanks what should never have been entered, here and everywhere. Cannot be undone, and asks to be confirmed. */
  purge: oc
    .input(
      z.object({
        record: z.string(),
        units: z.array(z.string()).default([]),
        reason: z.string().trim().min(1),
        confirmed: z.boolean().default(false),
      }),
    )
    .output(doneSchema),
  /** EX8a: the same task or unit entered twice; `same: null` parts them again. */
  join: oc.input(z.object({ record: z.string(), same: z.string().nullable() })).output(doneSchema),
  notices: oc.output(z.array(exchangeNoticeSchema)),
  settings: oc.output(exchangeSettingsSchema),
  saveSettings: oc.input(exchangeSettingsSchema.partial()).output(nothing),
};
