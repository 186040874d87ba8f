/**
 * One step for many issues is refused as a whole where the rules refuse one; then the person needs to know all that
 * stand in the way and why, not the first of them.
 */
import { AppError, isAppError } from "#shared/errors.ts";

/** As many as fit a notice; the others are counted. */
const mostNamed = 8;

/**
 * What `work` makes of every item, or one refusal that names those refused for the same reason as the first.
 * @throws AppError that of `work` where one item is refused alone; else `issues-step-refused`, `issues-without-unit`,
 *   `issues-evidence-missing`
 */
export const eachOrNone = <Item, Made>(items: readonly Item[], work: (item: Item) => Made): Made[] => {
  const made: Made[] = [];
  const refused: AppError[] = [];
  for (const item of items) {
    try {
      made.push(work(item));
    } catch (error) {
      if (!isAppError(error) || items.length === 1) throw error;
      refused.push(error);
    }
  }
  const [first] = refused;
  if (first === undefined) return made;
  throw refusalOfMany(
    first,
    refused.filter(({ code }) => code === first.code),
    items.length,
  );
};

const refusalOfMany = (first: AppError, alike: readonly AppError[], total: number): AppError => {
  if (alike.length === 1) return first;
  const named = alike.slice(0, mostNamed).map(({ params }) => `${params["no"] ?? ""} ${params["title"] ?? ""}`.trim());
  const which = named.join("；") + (alike.length > mostNamed ? " …" : "");
  const facts = { count: alike.length, total, which };
  switch (first.code) {
    case "issue-step-refused":
      return new AppError("issues-step-refused", facts);
    case "issue-without-unit":
      return new AppError("issues-without-unit", facts);
    case "evidence-missing":
      return new AppError("issues-evidence-missing", facts);
    default:
      return first;
  }
};
