/**
 * The welcome file (EX13): all that a new or reinstalled office needs. The office above makes its keys, and gives it the
 * stream from the beginning, what it wrote itself before included (EX19); the newcomer opens it by a code told by telephone.
 */
import { createReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IntakeReport } from "#shared/exchange/report.ts";
import { AppError } from "#shared/errors.ts";
import { attachmentPath } from "../attachments/files.ts";
import type { WorkHooks } from "../jobs/work.ts";
import type { Program } from "../program.ts";
import { assertOutside } from "../store/outside.ts";
import { openWelcome as openSealed, sealWelcome } from "./file/welcome.ts";
import { sealBundle } from "./file/seal.ts";
import { writeFileSafely } from "./file/write-safely.ts";
import { ensureKeys } from "./identity/ready.ts";
import { trustOf } from "./identity/roster.ts";
import {
  makeWelcomeKeys,
  newWelcomeCode,
  readWelcomeCode,
  readWelcomeKeys,
  takeWelcomeKeys,
  welcomeKeysText,
} from "./identity/welcome.ts";
import { importFile } from "./inbox/inbox.ts";
import { bytesOf } from "./inbox/open-file.ts";
import { beginLink } from "./links.ts";
import { bundlesFor } from "./outbox/bundles.ts";
import { ownPeer } from "./peers.ts";
import { exchangeSettings } from "./settings.ts";

type Hooks = Partial<WorkHooks>;

/** @throws AppError `inside-data-folder`, `exchange-target`, `disk-full`, `cancelled`, and as `makeWelcomeKeys` does */
export const writeWelcome = async (
  program: Program,
  { unit, path }: { readonly unit: string; readonly path: string },
  hooks: Hooks = {},
): Promise<{ path: string; code: string; bytes: number }> => {
  const { store } = program;
  assertOutside(store.folder, path);
  const keys = await makeWelcomeKeys(store, unit);
  // What went to this office before went to a computer that it has no more: the stream begins anew, with its own work.
  beginLink(store, unit, true, null);
  const bundles = await sealedFor(program, unit, hooks);
  const code = newWelcomeCode(store);
  const head = { from: ownPeer(store), to: unit, at: store.env.now().toISOString(), program: program.version };
  const sealed = await sealWelcome(head, { keys: welcomeKeysText(keys), bundles }, readWelcomeCode(code));
  await writeFileSafely(path, sealed);
  return { path, code, bytes: sealed.length };
};

/** Everything lies inside the one file, large attachments too. */
const sealedFor = async (program: Program, unit: string, { onProgress, signal }: Hooks): Promise<Uint8Array[]> => {
  const { store } = program;
  const { device } = await ensureKeys(store);
  const bundles = bundlesFor(program, unit, { partSize: exchangeSettings(program).partSize });
  const sealed: Uint8Array[] = [];
  for (const [index, bundle] of bundles.entries()) {
    if (signal?.aborted) throw new AppError("cancelled");
    onProgress?.({ stage: "exchange-write", done: index, total: bundles.length });
    const { bytes } = await sealBundle(bundle, {
      signKey: Buffer.from(device.secret, "base64url"),
      recipients: trustOf(store).recipientsOf(unit),
      attachments: (hash) => Promise.resolve(createReadStream(attachmentPath(store.folder, hash))),
      insideLimit: Number.MAX_SAFE_INTEGER,
      randomBytes: store.env.randomBytes,
    });
    sealed.push(bytes);
  }
  return sealed;
};

export interface WelcomeTaken {
  readonly unit: string;
  readonly recoveryCode: string;
  /** Of all its bundles together. */
  readonly report: IntakeReport;
}

/**
 * Begins an office by a welcome file, in a data folder that has none.
 * @throws AppError `welcome-code-wrong`, `file-missing`, and as `takeWelcomeKeys` and `importFile` do
 */
export const openWelcome = async (
  program: Program,
  { path, code }: { readonly path: string; readonly code: string },
  hooks: Hooks = {},
): Promise<WelcomeTaken> => {
  const { keys: text, bundles } = await openSealed(await bytesOf(path), readWelcomeCode(code));
  const keys = readWelcomeKeys(text);
  const { recoveryCode } = await takeWelcomeKeys(program.store, keys);
  const reports = await takeBundles(program, bundles, hooks);
  const [first, ...others] = reports;
  if (!first) throw new AppError("welcome-malformed");
  return { unit: keys.unit, recoveryCode, report: others.reduce(together, first) };
};

/** Through the same door as every other file; each lies in a folder of its own for that while. */
const takeBundles = async (program: Program, bundles: readonly Uint8Array[], hooks: Hooks): Promise<IntakeReport[]> => {
  const folder = await mkdtemp(join(program.store.folder, "welcome-"));
  const reports: IntakeReport[] = [];
  try {
    for (const [index, bytes] of bundles.entries()) {
      const path = join(folder, `${index + 1}.ldx`);
      await writeFile(path, bytes);
      reports.push(await importFile(program, { path, dryRun: false }, hooks));
    }
    return reports;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const together = (before: IntakeReport, next: IntakeReport): IntakeReport => ({
  ...next,
  new: before.new + next.new,
  alreadyHere: before.alreadyHere + next.alreadyHere,
  parallel: before.parallel + next.parallel,
  conflicts: before.conflicts + next.conflicts,
  proposals: before.proposals + next.proposals,
  quarantined: before.quarantined + next.quarantined,
  // The same file may be named by several of them: the last knows what is still not here.
  missingAttachments: next.missingAttachments,
  recordsNew: before.recordsNew + next.recordsNew,
  recordsChanged: before.recordsChanged + next.recordsChanged,
  recordsLeft: before.recordsLeft + next.recordsLeft,
  range: { from: before.range.from, to: next.range.to },
  nothingNew: before.nothingNew && next.nothingNew,
  notices: [...before.notices, ...next.notices],
  records: [...before.records, ...next.records].slice(0, 100),
});
