/** The records of a memory office: merged from its log when they are asked for, and kept until something touches them. */
import { hash } from "node:crypto";
import type { Peer } from "#shared/exchange/bundle.ts";
import { digestCode, groupSums, recordDigest } from "#shared/exchange/digest.ts";
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import { inOrder } from "#shared/exchange/merge-order.ts";
import type { MergeChange, MergedRecord } from "#shared/exchange/merging.ts";
import {
  givenTo,
  goesAlong,
  maySeeStep,
  type Receiver,
  receiverOf,
  type ScopeFacts,
  stepsAreApart,
  unitOf,
} from "#shared/exchange/scope.ts";
import type { Version } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import { partOf } from "./cast.ts";
import { blanked, type MemoryLog } from "./memory-log.ts";
import type { Streams } from "./memory-streams.ts";
import type { LoggedChange } from "./office.ts";
import type { PlantedBug } from "./planted-bugs.ts";
import { withBug } from "./planted-merge.ts";

const sha256 = (text: string): string => hash("sha256", text, "hex");

const appendedUnits: ReadonlySet<string> = new Set(["step", "retract", "settle", "purge"]);

export class MemoryRecords {
  readonly #log: MemoryLog;
  readonly #bug: PlantedBug;
  readonly #merged: Map<string, MergedRecord>;

  constructor(log: MemoryLog, bug: PlantedBug, merged: ReadonlyMap<string, MergedRecord> = new Map()) {
    this.#log = log;
    this.#bug = bug;
    this.#merged = new Map(merged);
  }

  /** The same records over a copy of the log. */
  over(log: MemoryLog): MemoryRecords {
    return new MemoryRecords(log, this.#bug, this.#merged);
  }

  /** Records that a commit touched are merged anew; what a purge covers loses its value in the log too (EX8). */
  touch(records: readonly string[]): void {
    for (const record of new Set(records)) {
      this.#merged.delete(record);
      const gone = this.merged(record)?.blanked ?? [];
      for (const { version, ord, value } of gone) {
        const place = { version, ord };
        const stored = this.#log.changeAt(place);
        if (stored) this.#log.replace(place, { ...stored, change: blanked(stored.change, value) });
      }
      if (gone.length > 0) this.#merged.delete(record);
    }
  }

  merged(record: string): MergedRecord | null {
    const known = this.#merged.get(record);
    if (known) return known;
    const kind = kindByName.get(this.kindOf(record));
    if (!kind) return null;
    const merged = withBug(this.#bug, this.#log.mergeable(record), (changes) => mergeRecord(kind, record, changes));
    this.#merged.set(record, merged);
    return merged;
  }

  kindOf(record: string): string {
    const [place] = this.#log.placesOf(record);
    return (place && this.#log.changeAt(place)?.change.kind) ?? "";
  }

  ofKind(kind: string): readonly string[] {
    return [...this.#log.records()].filter((record) => this.kindOf(record) === kind).toSorted();
  }

  logged(): LoggedChange[] {
    const found: LoggedChange[] = [];
    for (const record of this.#log.records()) {
      const kind = this.kindOf(record);
      const changes = this.#log.mergeable(record, true);
      changes.forEach((change, index) => {
        const place = this.#log.placesOf(record)[index];
        const stored = place && this.#log.changeAt(place);
        found.push({
          ...change,
          record,
          kind,
          state: stored?.state ?? 0,
          purged: (stored?.change.purged ?? null) !== null,
        });
      });
    }
    return found;
  }

  countQuestions(): { conflicts: number; proposals: number } {
    let conflicts = 0;
    let proposals = 0;
    for (const record of this.#log.records()) {
      for (const { kind } of this.merged(record)?.questions ?? []) {
        if (kind === "proposal") proposals += 1;
        else conflicts += 1;
      }
    }
    return { conflicts, proposals };
  }

  /** What a new change of a unit says that it saw. */
  baseOf(record: string, unit: string, epoch: string): readonly Version[] {
    if (unit === "*" || appendedUnits.has(unit)) return [];
    const merged = this.merged(record);
    const heads = merged?.heads.get(unit) ?? [];
    const standing =
      heads.length > 0
        ? heads
        : this.#log
            .mergeable(record)
            .filter((each) => each.unit === "*")
            .map((each) => each.version);
    if (unit !== "life" && unit !== "responsibility") return [...new Set(standing)].toSorted();
    return [...new Set([...standing, ...this.#latest(record, epoch)])].toSorted();
  }

  /** Of each epoch the latest version that touched the record. */
  #latest(record: string, own: string): readonly Version[] {
    const last = new Map<string, MergeChange>();
    for (const change of this.#log.mergeable(record, true)) {
      const known = last.get(change.epoch);
      if (change.epoch !== own && (!known || change.seq > known.seq)) last.set(change.epoch, change);
    }
    return [...last.values()].map(({ version }) => version);
  }

  facts(record: string): ScopeFacts {
    const kind = this.kindOf(record);
    const makers = this.#log
      .mergeable(record)
      .filter(({ unit }) => unit === "*")
      .toSorted(inOrder);
    const merged = this.merged(record);
    const standing = (merged?.steps ?? [])
      .filter(({ rank, retracted }) => rank > 0 && !retracted)
      .map(({ value, office, version }) => ({ value, office, moment: version }));
    return {
      kind,
      owner: makers[0]?.office ?? "",
      makers: makers.flatMap(({ office, behalf }) => (behalf === null ? [office] : [office, behalf])),
      given: givenTo(kind, (unit) => merged?.values.get(unit), standing),
      undone: (merged?.values.get("life") as { state?: string } | undefined)?.state === "undone",
    };
  }

  /** EX26, of the records that it shares and that the other did not say have left. */
  digestWith(peer: Peer, own: Peer, streams: Streams): string {
    const scope = streams.liveTo(peer)?.scope ?? new Set<string>();
    const told = streams.told.get(peer);
    const { code } = partOf(own);
    const sides = [receiverOf(peer, code), { code, sameOffice: receiverOf(peer, code).sameOffice }];
    const shared = [...scope].filter((record) => told?.get(record) !== "left" && !goesAlong(this.kindOf(record)));
    const digested = shared.map((record) => ({ record, digest: this.#digest(record, sides) }));
    return digestCode(sha256, digested.length, groupSums(sha256, digested, 1));
  }

  #digest(record: string, sides: readonly Receiver[]): bigint {
    const changes = this.#log.mergeable(record);
    return recordDigest(sha256, record, {
      creations: changes.filter(({ unit }) => unit === "*").map(({ version }) => version),
      heads: this.merged(record)?.heads ?? [],
      appended: changes
        .filter((change) => appendedUnits.has(change.unit) && this.#isSeen(record, change, changes, sides))
        .map(({ version, ord }) => `${version}#${ord}`),
    });
  }

  #isSeen(record: string, change: MergeChange, all: readonly MergeChange[], sides: readonly Receiver[]): boolean {
    const kind = this.kindOf(record);
    if (!stepsAreApart(kind)) return true;
    const { owner } = this.facts(record);
    let of: MergeChange | undefined = change;
    if (change.unit === "retract") {
      const { version, ord } = (change.value ?? {}) as { version?: string; ord?: number };
      of = all.find((other) => other.version === version && other.ord === ord);
      if (!of) return false;
    } else if (change.unit !== "step") return true;
    // Of a step that was purged nobody can say any more whose it was.
    if (of.value === null) return false;
    const unit = unitOf(of.value, of.office, owner);
    const { office } = of;
    return sides.every((side) => maySeeStep(unit, side, office));
  }
}
