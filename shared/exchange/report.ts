/** What taking a bundle in does, or would do, in the words of EX23; and where each office stands (EX12). */
import { z } from "zod";
import { tiers } from "../units/record.ts";
import { peerSchema } from "./bundle.ts";

const count = z.number().int().min(0);

/** The eight figures of the dry-run report, each counting changes except where said. */
export const intakeCountsSchema = z.object({
  /** Entries' changes that were not here. */
  new: count,
  alreadyHere: count,
  /** Changes that merged by themselves beside other work (EX6). */
  parallel: count,
  /** Conflicts that it opens. */
  conflicts: count,
  proposals: count,
  /** Held or set aside: unknown to this version (EX22), by a revoked device (EX17), poisoned. */
  quarantined: count,
  /** Files that are named and not here. */
  missingAttachments: count,
  /** Records that are new here, that changed, that left the scope. */
  recordsNew: count,
  recordsChanged: count,
  recordsLeft: count,
});
export type IntakeCounts = z.infer<typeof intakeCountsSchema>;

/** One sentence of a notice in code and facts: worded under `exchange.notices`. */
export const exchangeNoticeSchema = z.object({
  code: z.enum([
    "copied-machine",
    "clock-ahead",
    "digest-differs",
    "digest-same",
    "peer-restored",
    "we-went-back",
    "resend-asked",
    "wanted-attachments",
    "held-for-newer-version",
    "poisoned",
    "not-vouched",
    "enrolled-anew",
    "root-moved",
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExchangeNotice = z.infer<typeof exchangeNoticeSchema>;

/** Some of the records that it touches, for people to see what it is about. */
export const touchedRecordSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  how: z.enum(["new", "changed", "conflict", "proposal", "left"]),
});

export const intakeReportSchema = intakeCountsSchema.extend({
  from: peerSchema,
  fromName: z.string(),
  at: z.string(),
  range: z.object({ from: z.number().int(), to: z.number().int() }),
  /** Nothing of it was new. */
  nothingNew: z.boolean(),
  /** EX24: when this very file was taken before. */
  takenAt: z.string().nullable(),
  notices: z.array(exchangeNoticeSchema),
  /** The first hundred. */
  records: z.array(touchedRecordSchema),
  /** EX26: 8 digits of the shared scope as this office has it; null when there was nothing to compare. */
  digestCode: z.string().nullable(),
});
export type IntakeReport = z.infer<typeof intakeReportSchema>;

export const bundleStates = ["waiting", "taken", "refused", "quarantined", "too-new", "dropped", "written"] as const;

export const inboxItemSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  size: z.number().int(),
  /** The staged copy, from which a card, a roster or a welcome file is opened; null when it lies there no more. */
  path: z.string().nullable(),
  at: z.string(),
  takenAt: z.string().nullable(),
  state: z.enum(bundleStates),
  /** Card, roster, receipt, welcome or bundle: what the file turned out to be. */
  kind: z.enum(["bundle", "card", "roster", "welcome", "unknown"]),
  from: z.string(),
  fromName: z.string(),
  range: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  report: intakeReportSchema.nullable(),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type InboxItem = z.infer<typeof inboxItemSchema>;

export const keyProtections = ["os", "passphrase", "none"] as const;

/** A fingerprint for two people to compare: digits in groups, and words. */
export const fingerprintSchema = z.object({ digits: z.string(), words: z.array(z.string()) });

export const deviceViewSchema = z.object({
  device: z.string(),
  peer: peerSchema,
  desk: z.boolean(),
  own: z.boolean(),
  fingerprint: fingerprintSchema,
  revokedAt: z.string().nullable(),
  since: z.string(),
});

export const officeViewSchema = z.object({
  /** `370303`, or `370303/<device>` for another computer of this office. */
  peer: peerSchema,
  code: z.string(),
  name: z.string(),
  tier: z.enum(tiers).nullable(),
  own: z.boolean(),
  above: z.string().nullable(),
  fingerprint: fingerprintSchema.nullable(),
  devices: z.array(deviceViewSchema),
  /** Entries in the stream to it, those that it confirmed, and whether there is something to send now. */
  sent: count,
  confirmed: count,
  due: z.boolean(),
  /** Whole days since anything came from it; null: never. */
  unheardDays: z.number().int().nullable(),
  lastOut: z.string().nullable(),
  lastIn: z.string().nullable(),
  /** The last comparison of what both share (EX26). */
  digest: z.enum(["same", "differs", "unknown"]),
  digestCode: z.string().nullable(),
});
export type OfficeView = z.infer<typeof officeViewSchema>;
