/** Where this office stands with each of the others (EX12), and what it is itself. */
import type { z } from "zod";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import type { Peer } from "#shared/exchange/bundle.ts";
import type { deviceViewSchema, ExchangeNotice, OfficeView } from "#shared/exchange/report.ts";
import type { Trust, TrustedDevice, TrustedOffice } from "#shared/exchange/trust.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import type { Tier } from "#shared/units/record.ts";
import type { Program } from "../program.ts";
import type { Store } from "../store/store.ts";
import { sharedDataFolder } from "./data-folder.ts";
import { fingerprintOf } from "./identity/fingerprint.ts";
import { keysState } from "./identity/keys.ts";
import { trustOf } from "./identity/roster.ts";
import { liveLink } from "./links.ts";
import { dueEntries, isDue } from "./outbox/due.ts";
import { isDesk, neighbours } from "./peers.ts";
import { lastComparison } from "./taking/compare.ts";

type Here = Pick<Program, "store">;
type DeviceView = z.infer<typeof deviceViewSchema>;

/** This office first, then those that files are exchanged with, then others of the roster. */
export const offices = ({ store }: Here): OfficeView[] => {
  const own = store.officeCode();
  if (own === null) return [];
  const trust = trustOf(store);
  const near = neighbours(store, trust);
  const others = trust.trustedOffices().filter(({ code }) => code !== own && !near.includes(code));
  return [
    viewOf(store, trust, own, false),
    ...near.filter((peer) => peer !== own || !isDesk(store, trust)).map((peer) => viewOf(store, trust, peer, true)),
    ...others.map(({ code }) => viewOf(store, trust, code, false)),
  ];
};

const viewOf = (store: Store, trust: Trust, peer: Peer, exchanges: boolean): OfficeView => {
  const code = officeOfPeer(peer);
  const office = trust.officeOf(code);
  const isOwn = code === store.officeCode();
  const { digest, code: digestCode } = lastComparison(store, peer);
  const heard = lastAt(store, "in", peer);
  return {
    peer,
    code,
    name: nameOf(store, office, code),
    tier: tierOf(store, code),
    own: isOwn && peer === code,
    above: office?.above ?? null,
    fingerprint: office ? fingerprintOf(office.key) : null,
    devices: devicesOf(store, trust, peer),
    ...(exchanges ? streamTo(store, peer) : { sent: 0, confirmed: 0, due: false }),
    unheardDays: heard === null ? null : daysSince(store, heard),
    lastOut: lastAt(store, "out", peer),
    lastIn: heard,
    digest,
    digestCode,
  };
};

const nameOf = (store: Store, office: TrustedOffice | null, code: string): string => {
  if (code === store.officeCode()) return store.fact<{ name: string }>(officeRecordId, "office")?.name ?? code;
  return office?.name ?? code;
};

const tierOf = ({ db }: Store, code: string): Tier | null =>
  (db.prepare("SELECT tier FROM units WHERE code = ? LIMIT 1").pluck().get(code) as Tier | undefined) ?? null;

const devicesOf = (store: Store, trust: Trust, peer: Peer): DeviceView[] => {
  const [code = "", named] = peer.split("/");
  const all = trust.devicesOf(code);
  const meant = named === undefined ? all : all.filter(({ device }) => device === named);
  const desk = trust.deskOf(code)?.device;
  return meant.map((device) => deviceView(store, device, desk));
};

const deviceView = (
  store: Store,
  { office, device, key, revoked, since }: TrustedDevice,
  desk: string | undefined,
): DeviceView => ({
  device,
  peer: device === desk ? office : `${office}/${device}`,
  desk: device === desk,
  own: device === store.device,
  fingerprint: fingerprintOf(key),
  revokedAt: revoked?.at ?? null,
  since,
});

const streamTo = (store: Store, peer: Peer): Pick<OfficeView, "sent" | "confirmed" | "due"> => {
  const link = liveLink(store.db, peer);
  const current = link?.epoch === store.end.epoch ? link : null;
  return { sent: dueEntries(store, peer).sent, confirmed: current?.acked ?? 0, due: isDue(store, peer) };
};

const lastAt = ({ db }: Store, direction: "in" | "out", peer: Peer): string | null =>
  db
    .prepare(
      direction === "in"
        ? "SELECT max(taken_at) FROM bundles WHERE direction = 'in' AND peer = ?"
        : "SELECT max(at) FROM bundles WHERE direction = 'out' AND peer = ?",
    )
    .pluck()
    .get(peer) as string | null;

const dayMs = 24 * 60 * 60 * 1000;

const daysSince = ({ env }: Store, at: string): number =>
  Math.max(0, Math.floor((env.now().getTime() - Date.parse(at)) / dayMs));

/** What this computer is in exchange, and what waits for a person. */
export const me = ({ store }: Here): ExchangeMe => {
  const { db } = store;
  const office = store.officeCode() ?? "";
  const trust = trustOf(store);
  const { state, protection, recovery, officeKey } = keysState(store);
  const root = trust.root;
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number;
  const last = (sql: string): string | null => db.prepare(sql).pluck().get() as string | null;
  return {
    office,
    name: nameOf(store, trust.officeOf(office), office),
    device: store.device,
    desk: isDesk(store, trust),
    keys: { state, protection, recovery, fingerprint: officeKey === null ? null : fingerprintOf(officeKey) },
    root:
      root === null
        ? null
        : { code: root.code, name: trust.officeOf(root.code)?.name ?? root.code, fingerprint: fingerprintOf(root.key) },
    enrolled: trust.officeOf(office) !== null,
    sharedFolder: sharedDataFolder(store),
    waiting: count("SELECT count(*) FROM bundles WHERE direction = 'in' AND state IN ('waiting', 'too-new')"),
    conflicts: count("SELECT count(*) FROM conflicts WHERE kind <> 'proposal'"),
    proposals: count("SELECT count(*) FROM conflicts WHERE kind = 'proposal'"),
    lastIn: last("SELECT max(taken_at) FROM bundles WHERE direction = 'in'"),
    lastOut: last("SELECT max(at) FROM bundles WHERE direction = 'out'"),
  };
};

/** What stands and wants to be known, besides what each report said when it was taken in. */
export const notices = ({ store }: Here): ExchangeNotice[] => [
  ...forks(store),
  ...differing(store),
  ...awaited(store),
  ...aside(store),
];

const forks = ({ db }: Store): ExchangeNotice[] => {
  const rows = db
    .prepare(
      `SELECT peer, device FROM links_in AS one WHERE forked = 1
       AND turn = (SELECT max(turn) FROM links_in WHERE peer = one.peer)`,
    )
    .all() as { peer: Peer; device: string }[];
  return rows.map(({ peer, device }) => ({ code: "copied-machine", params: { office: peer, device } }));
};

const differing = (store: Store): ExchangeNotice[] =>
  neighbours(store).flatMap((peer): ExchangeNotice[] => {
    const { digest, code, records } = lastComparison(store, peer);
    if (digest !== "differs") return [];
    return [{ code: "digest-differs", params: { office: peer, code: code ?? "", theirs: "", count: records.length } }];
  });

const awaited = ({ db }: Store): ExchangeNotice[] => {
  const count = db.prepare("SELECT count(*) FROM wanted").pluck().get() as number;
  return count === 0 ? [] : [{ code: "wanted-attachments", params: { count } }];
};

const aside = ({ db }: Store): ExchangeNotice[] => {
  const held = db.prepare("SELECT count(*) FROM changes WHERE state = 1").pluck().get() as number;
  return held === 0 ? [] : [{ code: "held-for-newer-version", params: { office: "", count: held } }];
};
