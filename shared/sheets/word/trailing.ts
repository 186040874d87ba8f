/**
 * The brackets at the end of a task paragraph that name its units and its limit: （牵头单位：市生态环境局；配合单位：各镇（街道）；
 * 完成时限：6月底前）, （市公安局牵头，市交通运输局配合）, or units alone.
 */
import { splitRoles, splitUnits } from "../../units/split.ts";

export type Trailing = {
  /** The paragraph without them. */
  readonly body: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly period: string;
};

const PERIOD =
  /(?:整改|完成|推进|办理|办结)?(?:时限|时间|期限|时间节点|截止时间|截止日期)(?:要求)?\s*[：:]\s*([^；;。]*)/u;
const ROLE = /(?:牵头|主办|责任|承办|落实|配合|协办|会办)(?:单位|部门|领导)?\s*[：:]/u;
/** Ends like the name of an office, a group of them, or a person's duty. */
const UNIT_END =
  /(?:局|委|办|部|厅|院|会|室|处|科|所|站|队|组|中心|集团|公司|学校|医院|政府|街道|镇|乡|区|县|市|单位|部门|办公室|人大|工委|管委会|常委会|银行|协会|联社|社区|村|镇办|园区|（街道）|\(街道\)|支队|大队|分局|党委|党组)$/u;
/** （含夜市）, （见附件）: says more about the words before it. */
const REMARK = /^(?:不?含|包括|如|见|即|指|不包括|以|按|详见|原|另|附)/u;
const LEADS = /^(?:由)?(.+?)(?:牵头|主办|负责|负总责|牵头负责|牵头落实)$/u;
const SUPPORTS = /^(.+?)(?:配合|协助|参与|协办|协同|按职责(?:分工)?(?:负责|配合))$/u;

/** The last pair of brackets that the text ends with, whatever dots follow, and what stands before it. */
const lastBrackets = (text: string): { before: string; inside: string } | null => {
  const trimmed = text.replace(/[。.；;，,\s]+$/u, "");
  if (!/[）)】\]]$/u.test(trimmed)) return null;
  let depth = 0;
  for (let at = trimmed.length - 1; at >= 0; at--) {
    const character = trimmed.charAt(at);
    if (/[）)】\]]/u.test(character)) depth += 1;
    else if (/[（(【[]/u.test(character)) depth -= 1;
    if (depth === 0) return { before: trimmed.slice(0, at).trim(), inside: trimmed.slice(at + 1, -1).trim() };
  }
  return null;
};

const none = { lead: [], responsible: [], support: [] } as const;

/** 市公安局牵头，市交通运输局、各区县政府配合 */
const spokenRoles = (text: string): Pick<Trailing, "lead" | "responsible" | "support"> | null => {
  const clauses = text.split(/[；;，,]/u).map((clause) => clause.trim());
  const roles = { lead: [] as string[], responsible: [] as string[], support: [] as string[] };
  let waiting: string[] = [];
  let told = false;
  for (const clause of clauses) {
    const leads = LEADS.exec(clause)?.[1];
    const supports = SUPPORTS.exec(clause)?.[1];
    const role = leads !== undefined ? roles.lead : supports !== undefined ? roles.support : undefined;
    const units = splitUnits(leads ?? supports ?? clause);
    if (role) {
      role.push(...waiting, ...units);
      waiting = [];
      told = true;
    } else waiting.push(...units);
  }
  if (!told) return null;
  roles.responsible.push(...waiting);
  return roles;
};

const rolesIn = (text: string): Pick<Trailing, "lead" | "responsible" | "support"> | null => {
  if (text === "") return none;
  if (ROLE.test(text)) {
    const roles = splitRoles(
      text.replace(/^[^：:]*?(?=(?:牵头|主办|责任|承办|落实|配合|协办|会办)(?:单位|部门)?\s*[：:])/u, ""),
    );
    return roles ?? null;
  }
  const spoken = spokenRoles(text);
  if (spoken) return spoken;
  const units = splitUnits(text);
  if (units.length === 0 || !units.every((unit) => UNIT_END.test(unit) && !REMARK.test(unit))) return null;
  // Without a word for who leads, the first unit named does.
  return { lead: units.slice(0, 1), responsible: units.slice(1), support: [] };
};

/** Null where the text does not end with brackets that name units or a limit. */
export const trailingOf = (text: string): Trailing | null => {
  const brackets = lastBrackets(text);
  if (!brackets || brackets.before === "") return null;
  const period = PERIOD.exec(brackets.inside);
  const rest = (period ? brackets.inside.replace(period[0], "") : brackets.inside).replace(
    /^[；;，,\s]+|[；;，,。\s]+$/gu,
    "",
  );
  const roles = rolesIn(rest);
  if (!roles || (period === null && rest === "")) return null;
  // （责任单位：…）（完成时限：…）: two pairs, one right after the other.
  const earlier =
    /[）)】\]]$/u.test(brackets.before) && /[：:]/u.test(brackets.inside) ? trailingOf(brackets.before) : null;
  const joined = (key: "lead" | "responsible" | "support"): readonly string[] => [
    ...(earlier?.[key] ?? []),
    ...roles[key],
  ];
  return {
    body: earlier?.body ?? brackets.before,
    lead: joined("lead"),
    responsible: joined("responsible"),
    support: joined("support"),
    period: (period?.[1] ?? "").trim() || (earlier?.period ?? ""),
  };
};
