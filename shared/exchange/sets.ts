/** Lists that are sets (EX6): what concurrent values added and took away is put together. */

/**
 * What all had seen stays unless one of them took it away; what any of them added is added, in an order that does not
 * depend on that of `sets`.
 */
export const setsTogether = (before: readonly string[], sets: readonly (readonly string[])[]): string[] => {
  const kept = before.filter((member) => sets.every((set) => set.includes(member)));
  const added = sets.flatMap((set) => set.filter((member) => !before.includes(member)));
  return [...new Set([...kept, ...added.sort()])];
};
