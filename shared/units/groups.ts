/**
 * Group units: 各区县人大常委会, 各镇（街道）, 区直各部门, 各相关单位. A list names them instead of the units one by one; who
 * they are is known only here, in the office that breaks the list down.
 */
export const unitGroups = [
  "districts",
  "zones",
  "towns",
  "villages",
  "departments",
  "district-departments",
  "related",
] as const;
export type UnitGroup = (typeof unitGroups)[number];

/** What may follow the word for a division without naming a department of it. */
const body =
  "(?:人民代表大会|人大)?(?:常务委员会|常委会|工委|工作室|主席团)?(?:人民政府|政府|党委|党工委|管委会|办事处)?(?:办公室|机关)?";
const districtWord = "(?:区县|县区|市区县|区市县|县市区|市县区|市县|旗县)(?:功能区)?";
const townWord = "(?:乡镇街道|镇街道|街道镇|乡镇|镇街|镇办|街镇|镇乡|街道|镇)(?:办)?";

const patterns: readonly (readonly [UnitGroup, RegExp])[] = [
  ["zones", /^各?(?:功能区|开发区|园区)(?:管委会)?$/],
  ["districts", new RegExp(`^(?:全市)?(?:各(?:${districtWord}|区|县)|${districtWord})${body}$`)],
  ["district-departments", new RegExp(`^各(?:${districtWord}|区|县).{1,12}(?:局|分局|委|办|部门|中心|队|院)$`)],
  [
    "towns",
    new RegExp(`^(?:各(?:${townWord}|乡|办事处)|(?:乡镇街道|镇街道|乡镇|镇街|镇办)|(?:镇|街道)(?=人大))${body}$`),
  ],
  ["villages", /^(?:各(?:村社区|村居社区|村居|社区村|村|社区)|村社区|村居)(?:两委|委会|居委会)?$/],
  [
    "departments",
    /^(?:各|全)?[省市区县镇]?(?:直|级|政府)?(?:机关)?(?:各|有关|相关|责任|职能|主管|牵头)*部门(?:和?单位)?$/,
  ],
  ["departments", /^[省市区县]直(?:机关)?(?:各|有关|相关|责任)*单位$/],
  ["related", /^(?:各|有关|相关|责任|成员|承办|配合|协办|牵头|参与|涉及|所有)+单位$/],
];

/** The group that a text names; undefined when it names one unit. `text` without spaces, brackets half or full width. */
export const groupNamed = (text: string): UnitGroup | undefined => {
  const plain = text.replaceAll(/[（）()、/\s]/g, "");
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
};
