/**
 * The world of one simulated history: offices, the files on their way between them, backups in drawers, copied
 * machines. It plays commands, counts what it did, and looks at what must hold at each of them.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import { cast, neighboursOf, partOf, province } from "./cast.ts";
import type { Command, History } from "./commands.ts";
import { Broken } from "./invariants.ts";
import { Ledger } from "./ledger.ts";
import type { OfficeMaker, RecordView, SimulatedFile, SimulatedOffice, Snapshot, Taken } from "./office.ts";
import { leaks } from "./scope-check.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { Thefts } from "./thefts.ts";
import { intentOf } from "./writes.ts";

const begin = new Date("2020-05-19T08:00:00+08:00");

export class World {
  readonly offices: ReadonlyMap<Peer, SimulatedOffice>;
  readonly ledger = new Ledger();
  readonly tally: Tally = emptyTally();
  /** Files that are somewhere on their way, and those that were taken in whole. */
  readonly files: SimulatedFile[] = [];
  readonly delivered: SimulatedFile[] = [];
  readonly #backups = new Map<Peer, Snapshot>();
  /** Offices of which a second machine went about (EX20). */
  readonly #copied = new Set<Peer>();
  readonly thefts: Thefts;
  readonly #makeProvince: () => Promise<SimulatedOffice>;
  /** EX15: once it adopted the city. */
  province: SimulatedOffice | null = null;
  #ids = 0;

  constructor(offices: readonly SimulatedOffice[], makeProvince: () => Promise<SimulatedOffice>) {
    this.offices = new Map(offices.map((office) => [office.peer, office]));
    this.#makeProvince = makeProvince;
    this.thefts = new Thefts({
      offices: this.offices,
      files: this.files,
      tally: this.tally,
      writeAs: (office, command) => this.#writeForBin(office, command),
      exportFrom: (office, to) => this.exportFrom(office, to),
      deliver: (file) => this.deliver(file),
      loseDisk: (office, wipe) => this.#loseDisk(office, wipe),
    });
  }

  async play(command: Command): Promise<void> {
    if (command.do === "export") return this.#export(command.office, command.to);
    if (command.do === "lose") return this.#lose(command.file);
    if (command.do === "take") return this.#take(command.file, command.keep);
    if (command.do === "crash") return this.#crash(command.file, command.after);
    if (command.do === "truncate")
      return this.#damage(command.file, (bytes) => bytes.slice(0, command.at % bytes.length));
    if (command.do === "flip") return this.#damage(command.file, (bytes) => flipped(bytes, command.at, command.bit));
    if (command.do === "backup") return this.#backUp(command.office);
    if (command.do === "restore") return this.#restore(command.office);
    if (command.do === "copy") return this.#copy(command.office, command.writes);
    if (command.do === "upgrade") return this.upgradeAll();
    if (command.do === "steal") return this.thefts.steal(command.office, command.writes);
    if (command.do === "revoke") return this.thefts.revoke();
    if (command.do === "review") return this.thefts.reviewAll();
    if (command.do === "adopt") return this.#adopt();
    if (command.do === "clash") return this.#clash(command.at, command.unit, command.value);
    if (command.do === "clock") {
      this.#at(command.office).setClock(new Date(begin.getTime() + command.days * 86_400_000));
      this.tally.clockJumps += 1;
      return;
    }
    await this.#write(this.#at(command.office), command);
  }

  #at(index: number): SimulatedOffice {
    const office = this.offices.get(cast[index % cast.length]?.peer ?? "");
    if (!office) throw new Error("no such office");
    return office;
  }

  async #write(office: SimulatedOffice, command: Command): Promise<string | null> {
    const intent = await intentOf(office, command, () => this.#newId());
    if (!intent) return null;
    const version = await office.write(intent.action, intent.changes);
    if (version === null) return null;
    this.ledger.enter(office.peer, version, intent.changes);
    this.tally.commits += 1;
    if (command.do === "purge") this.tally.purges += 1;
    if (command.do === "join") this.tally.joins += 1;
    if (command.do === "decide") this.tally.decisions += 1;
    return version;
  }

  async #clash(at: number, unit: number, value: number): Promise<void> {
    const both = [1, cast.length - 1].map((office) => [office, this.#at(office)] as const);
    for (const [office, writer] of both) {
      await this.#write(writer, { do: "edit", office, at, unit, value: value + office });
    }
  }

  #newId(): string {
    this.#ids += 1;
    return String(this.#ids).padStart(26, "0");
  }

  async #export(index: number, to: number): Promise<void> {
    const office = this.#at(index);
    const neighbours = neighboursOf(office.peer);
    const file = await this.exportFrom(office, neighbours[to % neighbours.length] ?? "");
    if (file) this.files.push(file);
  }

  /** Writes a file out, and looks into it for what its receiver should not see (EX9). */
  async exportFrom(office: SimulatedOffice, to: Peer): Promise<SimulatedFile | null> {
    const file = await office.export(to);
    if (!file) return null;
    this.tally.bundles += 1;
    const reader = this.offices.get(to);
    const opened = await reader?.open(file);
    const written = [...this.ledger.entered.values()];
    const found = opened
      ? leaks(office.peer, to, opened, await office.log(), await this.#standing(office), written)
      : [];
    for (const entry of opened?.entries ?? [])
      if ("notice" in entry && entry.notice === "leave") this.tally.leaves += 1;
    if (found.length > 0) throw new Broken("scope", `${office.peer} to ${to}: ${found.slice(0, 3).join("; ")}`);
    return file;
  }

  /** What an office sees of tasks and issues now, for the check on what it sends. */
  async #standing(office: SimulatedOffice): Promise<ReadonlyMap<string, RecordView>> {
    const views = new Map<string, RecordView>();
    for (const kind of ["task", "issue"]) {
      for (const record of await office.records(kind)) {
        const view = await office.view(record);
        if (view) views.set(record, view);
      }
    }
    return views;
  }

  #lose(index: number): void {
    if (this.files.length === 0) return;
    this.files.splice(index % this.files.length, 1);
    this.tally.lost += 1;
  }

  async #take(index: number, keep: boolean): Promise<void> {
    const file = this.files[index % Math.max(1, this.files.length)];
    if (!file) return;
    if (keep) this.tally.duplicated += 1;
    else this.files.splice(this.files.indexOf(file), 1);
    await this.deliver(file);
  }

  /** Takes a file in where it belongs. One that is refused changes nothing (EX23). */
  async deliver(file: SimulatedFile): Promise<Taken | null> {
    const office = this.offices.get(file.to);
    if (!office) return null;
    const before = await office.dump();
    const taken = await office.takeIn(file);
    if (taken.refused !== null) {
      this.tally.refused += 1;
      if ((await office.dump()) !== before)
        throw new Broken("refused", `${file.to} changed by a file refused as ${taken.refused}`);
      return taken;
    }
    this.tally.taken += 1;
    this.tally.conflicts += taken.conflicts;
    this.tally.proposals += taken.proposals;
    this.tally.forks += taken.forks;
    this.delivered.push(file);
    return taken;
  }

  async #crash(index: number, after: number): Promise<void> {
    const file = this.files[index % Math.max(1, this.files.length)];
    const office = file && this.offices.get(file.to);
    if (!office) return;
    const before = await office.dump();
    const taken = await office.takeIn(file, after);
    if (taken.refused === "crashed") {
      this.tally.crashes += 1;
      if ((await office.dump()) !== before) throw new Broken("crash", `${file.to} is not as it was before taking in`);
    }
  }

  async #damage(index: number, damage: (bytes: Uint8Array) => Uint8Array): Promise<void> {
    const file = this.files[index % Math.max(1, this.files.length)];
    const office = file && this.offices.get(file.to);
    if (!office) return;
    const before = await office.dump();
    const taken = await office.takeIn({ ...file, bytes: damage(file.bytes) });
    this.tally.damaged += 1;
    if (taken.refused === null) throw new Broken("damaged", `${file.to} took in a damaged file`);
    if ((await office.dump()) !== before) throw new Broken("damaged", `${file.to} was changed by a damaged file`);
  }

  async #backUp(index: number): Promise<void> {
    const office = this.#at(index);
    this.#backups.set(office.peer, await office.backup());
  }

  async #restore(index: number): Promise<void> {
    const office = this.#at(index);
    const snapshot = this.#backups.get(office.peer);
    if (snapshot === undefined || !office.keepsAddress) return;
    await this.#goBack(office, () => office.restore(snapshot));
    this.tally.restores += 1;
  }

  async #goBack(office: SimulatedOffice, how: () => Promise<void>): Promise<void> {
    const before = await office.log();
    await how();
    const others = [...this.offices.values()].filter(({ peer }) => peer !== office.peer);
    await this.ledger.wentBack(before, await office.log(), others);
    // It has forgotten what it took in since.
    this.delivered.splice(0, this.delivered.length, ...this.delivered.filter(({ to }) => to !== office.peer));
  }

  /** Backups of the office and of the one that enrols it anew are of before; with them it would all be to do again. */
  async #loseDisk(office: SimulatedOffice, wipe: () => Promise<void>): Promise<void> {
    await this.#goBack(office, wipe);
    this.#copied.delete(office.peer);
    for (const peer of [office.peer, partOf(office.peer).parent ?? ""]) this.#backups.delete(peer);
  }

  /** EX15: the city was the root until now; everybody follows it to the province. */
  async #adopt(): Promise<void> {
    const city = this.#at(0);
    if (this.province) return;
    this.province = await this.#makeProvince();
    await city.trust(await this.province.enrol(await city.card()));
    this.#backups.delete(city.peer);
    this.tally.adoptions += 1;
  }

  /** A machine is copied; the copy writes and sends, and goes to the bin. */
  async #copy(index: number, writes: number): Promise<void> {
    const office = this.#at(index);
    if (!office.keepsAddress) return;
    const twin = await office.copy();
    for (let no = 0; no < writes; no += 1) {
      await this.#writeForBin(twin, { do: "issue", office: index, to: index + no });
    }
    const to = neighboursOf(office.peer)[0];
    const file = to === undefined ? null : await this.exportFrom(twin, to);
    if (file) this.files.push(file);
    await twin.close();
    this.#copied.add(office.peer);
    this.tally.copies += 1;
  }

  /** What a machine writes that is thrown away counts only where a file of it arrives. */
  async #writeForBin(machine: SimulatedOffice, command: Command): Promise<string | null> {
    const version = await this.#write(machine, command);
    if (version !== null) this.ledger.mayBeGone(version);
    return version;
  }

  async upgradeAll(): Promise<void> {
    for (const office of this.offices.values()) {
      if (!office.old) continue;
      await office.upgrade();
      this.tally.upgrades += 1;
    }
  }

  /** What the program tells an office to do of which a copy was seen (EX20). */
  async enrolCopiedAgain(): Promise<void> {
    for (const peer of this.#copied) await this.offices.get(peer)?.enrolAgain();
    this.#copied.clear();
  }

  async close(): Promise<void> {
    await this.thefts.close();
    await this.province?.close();
    for (const office of this.offices.values()) await office.close();
  }
}

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const place = at % copy.length;
  copy[place] = (copy[place] ?? 0) ^ (1 << bit);
  return copy;
};

/** Makes the offices, each with what is handed down to it, and lets them trust each other. */
export const makeWorld = async (maker: OfficeMaker, { old, seed }: History): Promise<World> => {
  const offices = await Promise.all(
    cast.map(({ peer }, index) => maker.make(peer, { seed: seed + index, old: old === index, now: begin })),
  );
  await maker.introduce(offices);
  return new World(offices, () => maker.make(province.peer, { seed: seed + cast.length, old: false, now: begin }));
};
