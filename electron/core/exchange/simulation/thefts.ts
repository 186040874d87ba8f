/**
 * Stolen computers (EX17): the thief goes on writing and sending in the office's name; the office above revokes the
 * computer from the last bundle that counts, and enrols the office anew, which has lost everything that was on it
 * (EX18a). Whoever is asked afterwards keeps what the office wrote and withdraws what the thief did.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import { cast, revocable } from "./cast.ts";
import type { Command } from "./commands.ts";
import { Broken } from "./invariants.ts";
import type { SimulatedFile, SimulatedOffice, Taken } from "./office.ts";
import type { Tally } from "./tally.ts";

/** What of the world a theft needs. */
export interface Scene {
  readonly offices: ReadonlyMap<Peer, SimulatedOffice>;
  readonly files: SimulatedFile[];
  readonly tally: Tally;
  readonly writeAs: (office: SimulatedOffice, command: Command) => Promise<Version | null>;
  readonly exportFrom: (office: SimulatedOffice, to: Peer) => Promise<SimulatedFile | null>;
  readonly deliver: (file: SimulatedFile) => Promise<Taken | null>;
  /** Everything that was on this disk alone is lost. */
  readonly loseDisk: (office: SimulatedOffice, wipe: () => Promise<void>) => Promise<void>;
}

interface Theft {
  readonly twin: SimulatedOffice;
  readonly device: string;
  readonly last: Readonly<Record<string, number>>;
  readonly writes: number;
}

export class Thefts {
  readonly #scene: Scene;
  readonly #open = new Map<Peer, Theft>();
  /** What thieves wrote. */
  readonly #theirs = new Set<Version>();
  #revoked = false;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  #sides(index: number): { office: SimulatedOffice; above: SimulatedOffice } | null {
    const part = revocable[index % revocable.length];
    const office = this.#scene.offices.get(part?.peer ?? "");
    const above = this.#scene.offices.get(part?.parent ?? "");
    return office && above ? { office, above } : null;
  }

  async steal(index: number, writes: number): Promise<void> {
    const sides = this.#sides(index);
    if (!sides || this.#open.has(sides.office.peer)) return;
    const { office, above } = sides;
    const { device } = office;
    const theft = { twin: await office.copy(), device, last: await above.lastOf(device), writes };
    this.#open.set(office.peer, theft);
    await this.#write(theft);
    const file = await this.#scene.exportFrom(theft.twin, above.peer);
    if (file) this.#scene.files.push(file);
  }

  async #write({ twin, writes }: Theft): Promise<readonly Version[]> {
    const written: Version[] = [];
    for (let no = 0; no < writes; no += 1) {
      const version = await this.#scene.writeAs(twin, { do: "issue", office: 0, to: no });
      if (version === null) continue;
      written.push(version);
      this.#theirs.add(version);
    }
    return written;
  }

  /** The first one that is open; the thief tries once more, too late. */
  async revoke(): Promise<void> {
    const [found] = this.#open;
    const sides = found && this.#sides(revocable.findIndex(({ peer }) => peer === found[0]));
    if (!sides) return;
    const [peer, theft] = found;
    const { office, above } = sides;
    this.#open.delete(peer);
    this.#revoked = true;
    await above.revoke(office.code, theft.device, theft.last);
    this.#scene.tally.revocations += 1;
    await this.#tooLate(theft, above);
    await this.#scene.loseDisk(office, () => office.reinstall());
    await office.trust(await above.enrol(await office.card()));
    // Its word for those below it was given by the key that is lost with it.
    for (const { peer: below } of cast.filter(({ parent }) => parent === peer)) {
      const child = this.#scene.offices.get(below);
      if (child) await child.trust(await office.enrol(await child.card()));
    }
    await this.#tooLate(theft, above);
    await theft.twin.close();
  }

  /** What the thief sends from now on, under numbers after the last that counts, is set aside or not taken in at all. */
  async #tooLate(theft: Theft, above: SimulatedOffice): Promise<void> {
    const written = new Set(await this.#write(theft));
    const file = await this.#scene.exportFrom(theft.twin, above.peer);
    if (!file) return;
    const opened = await above.open(file);
    await this.#scene.deliver(file);
    const last = theft.last[opened?.link ?? ""] ?? 0;
    const late = new Set(
      (opened?.entries ?? []).flatMap((entry, place) =>
        "commit" in entry && written.has(entry.commit) && (opened?.from ?? 0) + place > last ? [entry.commit] : [],
      ),
    );
    for (const { version, state } of await above.log()) {
      if (!late.has(version)) continue;
      if (state !== 2) throw new Broken("revoked", `${above.peer} counts ${version} of a computer that was revoked`);
      this.#scene.tally.quarantined += 1;
    }
  }

  async revokeAll(): Promise<void> {
    while (this.#open.size > 0) await this.revoke();
  }

  /** Everybody decides on what is listed. */
  async reviewAll(): Promise<void> {
    if (!this.#revoked) return;
    for (const office of this.#scene.offices.values()) {
      const listed = await office.toReview();
      if (listed.length === 0) continue;
      const kept = listed.filter((version) => !this.#theirs.has(version));
      const withdrawn = listed.filter((version) => this.#theirs.has(version));
      await office.review(kept, true);
      await office.review(withdrawn, false);
      this.#scene.tally.kept += kept.length;
      this.#scene.tally.withdrawn += withdrawn.length;
      await this.#nothingLeft(office, new Set(kept), new Set(withdrawn));
    }
  }

  async #nothingLeft(office: SimulatedOffice, kept: ReadonlySet<Version>, withdrawn: ReadonlySet<Version>) {
    if ((await office.toReview()).length > 0) throw new Broken("revoked", `${office.peer} is asked again`);
    for (const { version, state } of await office.log()) {
      if (kept.has(version) && state === 2)
        throw new Broken("revoked", `${office.peer} does not count ${version} that it kept`);
      if (withdrawn.has(version) && state === 0)
        throw new Broken("revoked", `${office.peer} counts ${version} that it withdrew`);
    }
  }

  async close(): Promise<void> {
    for (const { twin } of this.#open.values()) await twin.close();
  }
}
