/**
 * Writes what is due to a peer into files (EX13, EX27): sealed for it, each part a file of its own, each written safely
 * before the next. The stream is planned and kept before the first byte is written, so that a failure costs nothing but
 * the file.
 */
import { createReadStream } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Bundle, Peer } from "#shared/exchange/bundle.ts";
import { exchangeFileName } from "#shared/exchange/file-name.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import { AppError } from "#shared/errors.ts";
import { dayHere } from "#shared/calendar/day-here.ts";
import { attachmentPath } from "../../attachments/files.ts";
import type { WorkHooks } from "../../jobs/work.ts";
import type { Program } from "../../program.ts";
import { assertOutside } from "../../store/outside.ts";
import { sha256 } from "../file/envelope.ts";
import { sealBundle } from "../file/seal.ts";
import { writeFileSafely } from "../file/write-safely.ts";
import { ensureKeys } from "../identity/ready.ts";
import { trustOf } from "../identity/roster.ts";
import { unitLookup } from "../../units/lookup.ts";
import { addFile } from "../files-log.ts";
import { neighbours, ownPeer, refuseStranger } from "../peers.ts";
import { exchangeSettings } from "../settings.ts";
import { bundlesFor } from "./bundles.ts";
import { isDue } from "./due.ts";
import { planLink } from "./plan-link.ts";

export interface Exported {
  readonly paths: string[];
  readonly entries: number;
  readonly changes: number;
  readonly bytes: number;
  readonly digestCode: string;
}

type Hooks = Partial<WorkHooks>;

/**
 * @throws AppError `office-not-enrolled`, `exchange-at-the-desk`, `keys-locked` …, `disk-full`, `exchange-target`,
 *   `inside-data-folder`, `cancelled`
 */
export const exportTo = async (
  program: Program,
  { to, path }: { readonly to: Peer; readonly path: string },
  hooks: Hooks = {},
): Promise<Exported> => {
  await getReady(program, to, path);
  const bundles = bundlesFor(program, to, { partSize: exchangeSettings(program).partSize });
  return writeAll(program, bundles, path, hooks);
};

/** A receipt: nothing but how far the other's files were taken in (EX12). */
export const receiptTo = async (
  program: Program,
  { to, path }: { readonly to: Peer; readonly path: string },
): Promise<{ path: string }> => {
  await getReady(program, to, path);
  await writeAll(program, bundlesFor(program, to, { partSize: Number.MAX_SAFE_INTEGER, receipt: true }), path, {});
  return { path };
};

export interface ExportedAll {
  readonly written: { readonly to: Peer; readonly path: string; readonly entries: number; readonly bytes: number }[];
}

/**
 * Everything that is due to anybody, into a folder, under names that people understand.
 * @param wanted for whom; the watched folder is no way to everybody
 */
export const exportAll = async (
  program: Program,
  { folder, wanted = () => true }: { readonly folder: string; readonly wanted?: (peer: Peer) => boolean },
  hooks: Hooks = {},
): Promise<ExportedAll> => {
  const { store } = program;
  const written: ExportedAll["written"] = [];
  const due = neighbours(store).filter(
    (peer) => wanted(peer) && isDue(store, peer) && trustOf(store).recipientsOf(peer).length > 0,
  );
  for (const [index, to] of due.entries()) {
    hooks.onProgress?.({ stage: "exchange-write", done: index, total: due.length });
    const path = join(folder, nameFor(program, to));
    const { entries, bytes } = await exportTo(program, { to, path }, { signal: hooks.signal });
    written.push({ to, path, entries, bytes });
  }
  return { written };
};

const nameFor = ({ store }: Program, to: Peer): string => {
  const trust = trustOf(store);
  const named = (peer: Peer): string => {
    const [office = "", device] = peer.split("/");
    const name = unitLookup(store.db).nameOf(office) ?? trust.officeOf(office)?.name ?? office;
    return device === undefined ? name : `${name}-${device.slice(0, 4)}`;
  };
  return exchangeFileName({
    kind: "bundle",
    from: named(ownPeer(store, trust)),
    to: named(to),
    day: dayHere(store.env.now()),
    number: planLink(store, to).last,
  });
};

const getReady = async (program: Program, to: Peer, path: string): Promise<void> => {
  const { store } = program;
  store.assertWritable();
  assertOutside(store.folder, path);
  await ensureKeys(store);
  refuseStranger(store, to);
};

/** `name.ldx`, `name.2.ldx`, `name.3.ldx` … */
const pathOfPart = (path: string, no: number): string => {
  if (no === 1) return path;
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}.${no}${extension}`);
};

const writeAll = async (
  program: Program,
  bundles: readonly Bundle[],
  path: string,
  { onProgress, signal }: Hooks,
): Promise<Exported> => {
  const done: Exported = { paths: [], entries: 0, changes: 0, bytes: 0, digestCode: "" };
  let { entries, changes, bytes } = done;
  for (const [index, bundle] of bundles.entries()) {
    if (signal?.aborted) throw new AppError("cancelled");
    onProgress?.({ stage: "exchange-write", done: index, total: bundles.length });
    const target = pathOfPart(path, index + 1);
    bytes += await writeOne(program, bundle, target);
    done.paths.push(target);
    entries += bundle.entries.length;
    for (const entry of bundle.entries) if (entry.type === "commit") changes += entry.commit.changes.length;
  }
  return { ...done, entries, changes, bytes, digestCode: bundles.at(-1)?.digest?.code ?? "" };
};

const writeOne = async ({ store }: Program, bundle: Bundle, path: string): Promise<number> => {
  const { device } = await ensureKeys(store);
  const { head, ack } = bundle;
  const folder = dirname(path);
  let beside = 0;
  const sealed = await sealBundle(bundle, {
    signKey: Buffer.from(device.secret, "base64url"),
    recipients: trustOf(store).recipientsOf(head.to),
    attachments: (hash) => Promise.resolve(createReadStream(attachmentPath(store.folder, hash))),
    randomBytes: store.env.randomBytes,
    // Before the bundle that names them, so that whoever finds the bundle finds them too.
    beside: async (file) => {
      await writeFileSafely(join(folder, file.name), file.bytes);
      beside += file.bytes.length;
    },
  });
  await writeFileSafely(path, sealed.bytes);
  addFile(store.db, {
    direction: "out",
    hash: sha256(sealed.bytes),
    name: basename(path),
    size: sealed.bytes.length + beside,
    peer: head.to,
    device: head.device,
    link: head.link,
    from: head.range.from,
    to: head.range.to,
    state: "written",
    report: JSON.stringify({ ack, office: officeOfPeer(head.to) }),
    at: store.env.now().toISOString(),
    takenAt: null,
  });
  return sealed.bytes.length + beside;
};
