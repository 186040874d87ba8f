/** What was closed by `settle`: proposals that were not taken, and steps that the rules did not allow. */
import { isSameOffice, type Rights } from "./authority.ts";
import { placeOf } from "./merge-order.ts";
import { type MergeChange, type Settlement, settleUnit } from "./merging.ts";

export class Settled {
  readonly #rights: Rights;
  readonly #byName = new Map<string, MergeChange[]>();

  constructor(changes: readonly MergeChange[], rights: Rights) {
    this.#rights = rights;
    for (const change of changes) {
      if (change.unit !== settleUnit) continue;
      for (const name of (change.value as Settlement).closes) {
        const known = this.#byName.get(name);
        if (known) known.push(change);
        else this.#byName.set(name, [change]);
      }
    }
  }

  /** Closed by its own office, or by one that has authority for what it wrote. */
  has(change: MergeChange): boolean {
    if (this.#byName.size === 0) return false;
    const closing = [...(this.#byName.get(change.version) ?? []), ...(this.#byName.get(placeOf(change)) ?? [])];
    return closing.some((by) => isSameOffice(by, change) || this.#rights.rankFor(by, change) > 0);
  }
}
