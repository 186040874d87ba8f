/**
 * The departments of a local government and what they are called: in full, in short (市人社局), and as they were called
 * before they were reorganised (环保局), because lists go on using the old names for years.
 */

type DepartmentNames = {
  readonly name: string;
  readonly short?: readonly string[];
  readonly former?: readonly string[];
};

const departments: readonly DepartmentNames[] = [
  {
    name: "发展和改革委员会",
    short: ["发改委", "发展改革委", "发改局", "发展和改革局"],
    former: ["计委", "计划委员会"],
  },
  { name: "教育局", short: ["教体局", "教育和体育局"] },
  { name: "科学技术局", short: ["科技局"] },
  { name: "工业和信息化局", short: ["工信局"], former: ["经信委", "经济和信息化委员会", "经贸委"] },
  { name: "公安局" },
  { name: "民政局" },
  { name: "司法局" },
  { name: "财政局" },
  {
    name: "人力资源和社会保障局",
    short: ["人社局", "人力资源社会保障局"],
    former: ["劳动局", "劳动和社会保障局", "人事局"],
  },
  {
    name: "自然资源局",
    short: ["自然资源和规划局", "自规局", "资源规划局"],
    former: ["国土资源局", "国土局", "规划局"],
  },
  { name: "生态环境局", short: ["环境局"], former: ["环境保护局", "环保局"] },
  {
    name: "住房和城乡建设局",
    short: ["住建局", "住建委", "住房和城乡建设委员会"],
    former: ["建设局", "建委", "房管局"],
  },
  {
    name: "城市管理局",
    short: ["城管局", "城管执法局", "城市管理行政执法局", "城市管理和行政执法局"],
    former: ["市容环卫局"],
  },
  { name: "综合行政执法局", short: ["综合执法局", "行政执法局"] },
  { name: "交通运输局", short: ["交通局", "交运局"] },
  { name: "水利局", short: ["水务局"] },
  { name: "农业农村局", short: ["农业局"], former: ["农委", "畜牧局", "畜牧兽医局"] },
  { name: "商务局" },
  { name: "文化和旅游局", short: ["文旅局", "文化旅游局"], former: ["文化局", "旅游局", "文广新局"] },
  {
    name: "卫生健康委员会",
    short: ["卫健委", "卫生健康委", "卫健局", "卫生健康局"],
    former: ["卫计委", "卫计局", "卫生局"],
  },
  { name: "退役军人事务局", short: ["退役军人局"] },
  { name: "应急管理局", short: ["应急局"], former: ["安监局", "安全生产监督管理局"] },
  { name: "审计局" },
  { name: "行政审批服务局", short: ["审批局", "行政审批局", "审批服务局"] },
  {
    name: "市场监督管理局",
    short: ["市场监管局"],
    former: ["工商局", "工商行政管理局", "质监局", "食药局", "食品药品监督管理局"],
  },
  { name: "统计局" },
  { name: "医疗保障局", short: ["医保局"] },
  { name: "大数据局", short: ["大数据发展管理局", "大数据中心"] },
  { name: "信访局" },
  { name: "地方金融监督管理局", short: ["地方金融监管局", "金融监管局", "金融局"], former: ["金融办"] },
  { name: "国有资产监督管理委员会", short: ["国资委", "国资局"] },
  { name: "人民防空办公室", short: ["人防办"] },
  { name: "乡村振兴局", former: ["扶贫办", "扶贫开发办公室"] },
  { name: "园林局", short: ["园林绿化局"] },
  { name: "税务局" },
  { name: "气象局" },
  { name: "消防救援支队", short: ["消防支队", "消防救援大队", "消防大队"] },
  { name: "市民投诉中心", short: ["热线中心"] },
  { name: "人民法院", short: ["法院"] },
  { name: "人民检察院", short: ["检察院"] },
];

/** 住房和城乡建设局 and 住房城乡建设局 are one name; so are a bureau and its branch in a district. */
const simplified = (name: string): string => name.replaceAll(/[和与及]/g, "").replace(/分局$/, "局");

type Known = { readonly name: string; readonly former: boolean };

const knownNames: ReadonlyMap<string, Known> = new Map(
  departments.flatMap(({ name, short = [], former = [] }) => [
    ...former.map((one): [string, Known] => [simplified(one), { name, former: true }]),
    ...[...short, name].map((one): [string, Known] => [simplified(one), { name, former: false }]),
  ]),
);

/** A department's name without its place, as a key that all its names share, and whether this one is a former name. */
export const departmentKey = (name: string): { readonly key: string; readonly former: boolean } => {
  const known = knownNames.get(simplified(name));
  return known === undefined ? { key: simplified(name), former: false } : { key: known.name, former: known.former };
};

/** Words that begin with 市, 区 or 县 without naming whose department it is. */
const noOwner = /^(?:市场|市政[公工管园]|市民|市容|区划|区域|县域)/;

/** Parts 市|生态环境局: the one character that says of which tier a department is, and the rest. Undefined without it. */
export const ownerLetter = (name: string): { readonly letter: string; readonly rest: string } | undefined => {
  const letter = name.slice(0, 1);
  if (!"省市区县镇".includes(letter) || letter === "" || noOwner.test(name)) return undefined;
  const rest = name.slice(1);
  return rest.length < 2 ? undefined : { letter, rest };
};

/**
 * Whether `short` may be an abbreviation of `long`: its characters occur in order, beginning and ending with the same
 * ones (城投公司 of 城市投资发展公司). Two characters are too few to say so.
 */
export const mayAbbreviate = (short: string, long: string): boolean => {
  if (short.length < 3 || short.length >= long.length) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
};
