/** Who answers for an issue in the demonstration: surnames with a post, nobody that there is. */

const surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华魏陶姜";

const surname = (turn: number): string => surnames[turn % surnames.length] ?? "";

const postOf = (unit: string): string => {
  if (unit.endsWith("镇")) return "镇长";
  return unit.endsWith("局") ? "局长" : "主任";
};

/** The same for a unit every time. */
const numberOf = (unit: string): number =>
  Array.from(unit).reduce((sum, character) => sum + character.charCodeAt(0), 0);

/** The leader, the person and, for every third issue, a telephone number that rings nowhere. */
export const peopleOf = (unit: string, turn: number): { leader: string; person: string; phone: string } => ({
  leader: `${surname(numberOf(unit))}${postOf(unit)}`,
  person: `${surname(turn * 7 + 3)}${turn % 2 === 0 ? "科长" : "干事"}`,
  phone: turn % 3 === 0 ? `0533-00000${String(turn).padStart(2, "0")}` : "",
});
