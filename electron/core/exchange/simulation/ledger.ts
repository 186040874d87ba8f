/**
 * Every change that was ever committed anywhere in a history, so that none can vanish unseen. Only what was on one
 * disk alone when that disk went back in time may be gone.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import type { LoggedChange, SimulatedChange, SimulatedOffice } from "./office.ts";

export interface Entered {
  readonly peer: Peer;
  readonly version: Version;
  readonly ord: number;
  readonly change: SimulatedChange;
}

export const placeOf = ({ version, ord }: { readonly version: Version; readonly ord: number }): string =>
  `${version}#${ord}`;

export class Ledger {
  readonly entered = new Map<string, Entered>();
  /** Places that no disk holds any more, or may hold. */
  readonly gone = new Set<string>();

  enter(peer: Peer, version: Version, changes: readonly SimulatedChange[]): void {
    changes.forEach((change, ord) => {
      const entry = { peer, version, ord, change };
      this.entered.set(placeOf(entry), entry);
    });
  }

  /** A machine that is thrown away: what it wrote counts only where a file of it arrives. */
  mayBeGone(version: Version): void {
    for (const [place, entry] of this.entered) if (entry.version === version) this.gone.add(place);
  }

  /** A disk has gone back from `before`: what it alone held is gone. */
  async wentBack(
    before: readonly LoggedChange[],
    after: readonly LoggedChange[],
    others: readonly SimulatedOffice[],
  ): Promise<void> {
    const left = new Set(after.map(placeOf));
    const lost = before.map(placeOf).filter((place) => !left.has(place));
    if (lost.length === 0) return;
    const held = new Set((await Promise.all(others.map((office) => office.log()))).flat().map(placeOf));
    for (const place of lost) if (!held.has(place)) this.gone.add(place);
  }
}
