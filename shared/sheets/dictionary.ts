/**
 * What a kind of list calls its columns. A dictionary is rules over normalised names; the header finder knows nothing
 * else of the kind, so that task lists, ledgers and hotline months share one importer frame.
 */

export type Recognised<Meaning extends string> = {
  readonly meaning: Meaning;
  /** 1 for the field's own word, less for a looser one; of two columns for one meaning the higher wins. */
  readonly rank: number;
};

/** A column's heads from top to bottom, normalised; the last is the lowest. */
export type HeadPath = readonly string[];

export type Rule<Meaning extends string> = readonly [meaning: Meaning, rank: number, name: RegExp];

export type Dictionary<Meaning extends string> = {
  readonly recognise: (path: HeadPath) => Recognised<Meaning> | undefined;
  /** How much finding this meaning says for the row being a header. */
  readonly weights: Readonly<Partial<Record<Meaning, number>>>;
  /** Meanings that several columns may share; their values are put together. */
  readonly shared: ReadonlySet<Meaning>;
  /** Whether these meanings are enough for a list of this kind. */
  readonly suffices: (has: (meaning: Meaning) => boolean) => boolean;
  /** A second column for a meaning may serve as another: a second title column holds the measures. */
  readonly second?: Readonly<Partial<Record<Meaning, Meaning>>>;
  /** What serves where no column has a meaning that a list cannot do without: measures as titles. */
  readonly instead?: { readonly needed: Meaning; readonly by: Meaning };
};

/** Heads that say nothing alone: the head above decides. */
const BARE =
  /^(?:姓名|名称|名字|单位|单位名称|部门|部门名称|内容|具体内容|时间|日期|年月日?|起|止|起止|开始|结束|起始|截止|开始时间|结束时间|起始时间|截止时间|开始日期|结束日期|职务|电话|联系电话|手机|手机号码?|联系方式|情况|要求|人员|领导|牵头|责任|配合|主办|承办|协办|会办|落实|实施|协同)$/u;

/** Of those, the ones that a rule may know but that mean what the head above them means. */
const VAGUE = /^(?:姓名|名称|单位|部门|内容|时间|日期|情况|要求|人员|领导)/u;

/** The name of what the head above says, not a property of it. */
const NAMES = /^(?:姓名|名称|名字|单位名称|部门名称|单位|部门|内容|具体内容)$/u;

const firstMatch = <Meaning extends string>(
  rules: readonly Rule<Meaning>[],
  name: string,
): Recognised<Meaning> | undefined => {
  for (const [meaning, rank, pattern] of rules) if (pattern.test(name)) return { meaning, rank };
  return undefined;
};

/**
 * Recognises the lowest head; where that says nothing alone (姓名, 电话, 牵头), it is read together with the heads
 * above it, and then they alone ('Finding the table').
 */
export const recogniserOf =
  <Meaning extends string>(rules: readonly Rule<Meaning>[]) =>
  (path: HeadPath): Recognised<Meaning> | undefined => {
    const leaf = path.at(-1);
    if (leaf === undefined || leaf.length > 24) return undefined;
    const alone = firstMatch(rules, leaf);
    if (path.length === 1) return alone;
    // 开始时间 or 牵头 says enough; 单位 and 时间 may be anybody's
    const saysEnough = alone !== undefined && alone.rank >= 0.85 && !VAGUE.test(leaf);
    if (saysEnough || !BARE.test(leaf)) return alone;
    const above = path
      .slice(0, -1)
      .toReversed()
      .filter((name) => name.length <= 16);
    for (const upper of above) {
      const together = firstMatch(rules, upper + leaf);
      if (together) return { ...together, rank: together.rank * 0.98 };
      const over = NAMES.test(leaf) ? firstMatch(rules, upper) : undefined;
      if (over) return { ...over, rank: over.rank * 0.99 };
      const turned = firstMatch(rules, leaf + upper.replace(/^责任|分工$/gu, ""));
      if (turned) return { ...turned, rank: turned.rank * 0.98 };
    }
    if (alone) return alone;
    for (const upper of above) {
      const over = firstMatch(rules, upper);
      if (over) return { ...over, rank: over.rank * 0.6 };
    }
    return undefined;
  };
