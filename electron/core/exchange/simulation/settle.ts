/** Delivers everything: sticks go round until no office has anything new to tell another. */
import { cast, neighboursOf } from "./cast.ts";
import { Broken } from "./invariants.ts";
import type { World } from "./world.ts";

const mostRounds = 16;

const growth = async (world: World): Promise<string> => {
  const parts: string[] = [];
  for (const [peer, office] of world.offices) {
    parts.push(`${(await office.log()).length}`);
    for (const other of neighboursOf(peer)) parts.push(await office.digestWith(other));
  }
  return parts.join();
};

/** @throws Broken `settling` when it never comes to rest */
export const settle = async (world: World): Promise<void> => {
  world.files.length = 0;
  await world.upgradeAll();
  await world.enrolCopiedAgain();
  await world.thefts.revokeAll();
  let last = "";
  let quiet = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    await world.thefts.reviewAll();
    for (const { peer } of round % 2 === 0 ? cast.toReversed() : cast) await sendAll(world, peer);
    const now = await growth(world);
    quiet = now === last ? quiet + 1 : 0;
    if (quiet === 2) return;
    last = now;
  }
  throw new Broken("settling", `still something new after ${mostRounds} rounds`);
};

const sendAll = async (world: World, peer: string): Promise<void> => {
  const office = world.offices.get(peer);
  if (!office) return;
  for (const to of neighboursOf(peer)) {
    const file = await world.exportFrom(office, to);
    if (file) await world.deliver(file);
  }
};
