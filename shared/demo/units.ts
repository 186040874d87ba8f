/**
 * Units of the demonstration beside the divisions, which come from the country's table: Zibo's functional zones, the
 * working bodies of the congresses, and the departments of city and district.
 */
import { nextCustomCode } from "../units/codes.ts";
import type { Tier, UnitKind } from "../units/record.ts";

export const demoOffice = { unit: "370303", name: "张店区人大常委会办公室" } as const;
export const demoCity = "370300";

export type DemoUnit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly tier: Tier;
  readonly parent: string;
  readonly aliases: readonly string[];
  readonly sameAs?: string;
};

type Named = readonly [name: string, ...aliases: string[]];

const cityBodies: readonly Named[] = [
  ["市人大常委会办公室"],
  ["市人大城环委", "市人大城乡建设环境保护委员会"],
  ["市人大代工委", "市人大常委会代工委", "市人大常委会人代工委"],
  ["市人大常委会政研室", "政研室"],
  ["市人大常委会法工委"],
];

const cityDepartments: readonly Named[] = [
  ["市生态环境局"],
  ["市住房城乡建设局"],
  ["市城市管理局"],
  ["市交通运输局"],
  ["市自然资源局"],
  ["市公安局"],
  ["市人力资源和社会保障局"],
  ["市水利局"],
  ["市农业农村局"],
  ["市市场监督管理局"],
  ["市司法局"],
  ["市商务局"],
  ["市民投诉中心", "市12345热线中心"],
];

const districtBodies: readonly Named[] = [["区人大城环工委"], ["区人大代表工委"], ["区人大监察司法工委"]];

const districtDepartments: readonly Named[] = [
  ["区生态环境分局", "市生态环境局张店分局"],
  ["区住房城乡建设局"],
  ["区综合行政执法局"],
  ["区交通运输局"],
  ["区自然资源局"],
  ["区公安分局"],
  ["区人力资源和社会保障局"],
  ["区水利局"],
  ["区农业农村局"],
  ["区市场监督管理局"],
  ["区商务局"],
  ["区环境卫生服务中心", "区环卫中心"],
  ["区教育和体育局"],
  ["区卫生健康局"],
];

const numbered = (parent: string, kind: UnitKind, tier: Tier, units: readonly Named[]): readonly DemoUnit[] => {
  const taken: string[] = [];
  return units.map(([name, ...aliases]) => {
    const code = nextCustomCode(parent, kind, taken);
    taken.push(code);
    return { code, name, kind, tier, parent, aliases };
  });
};

const cityUnits = numbered(demoCity, "department", "city", cityDepartments);

/** A town of the district whose villages are entered, with codes of the district's, since the town has no program. */
const townWithVillages = "370303102";
const villageNames = ["东石村", "西石村", "南坡村"] as const;

/** Villages of 沣水镇, entered when there was a task for them. */
export const demoVillages: readonly DemoUnit[] = villageNames.map((name, index) => ({
  code: `${townWithVillages}-V0${index + 1}.${demoOffice.unit}`,
  name,
  kind: "village",
  tier: "village",
  parent: townWithVillages,
  aliases: [],
}));

/** Entered once more from an old list under its former name, and joined to the one it is (EX8a). */
const formerName: DemoUnit = {
  code: nextCustomCode(
    demoCity,
    "department",
    cityUnits.map(({ code }) => code),
  ),
  name: "市环境保护局",
  kind: "department",
  tier: "city",
  parent: demoCity,
  aliases: [],
  sameAs: cityUnits[0]?.code ?? "",
};

/** In official order: zones, then bodies, then departments; city first. */
export const demoUnits: readonly DemoUnit[] = [
  ...numbered(demoCity, "zone", "district", [
    ["高新区", "淄博高新技术产业开发区"],
    ["经开区", "淄博经济开发区"],
    ["文昌湖区", "文昌湖省级旅游度假区"],
  ]),
  ...numbered(demoCity, "office", "city", cityBodies),
  ...cityUnits,
  formerName,
  ...numbered(demoOffice.unit, "office", "district", districtBodies),
  ...numbered(demoOffice.unit, "department", "district", districtDepartments),
];
