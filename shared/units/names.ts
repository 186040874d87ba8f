/** What a unit's name says by itself: its short form, and what kind of unit it is. */
import type { UnitKind } from "./record.ts";

const suffix =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|风景区|旅游度假区|经济开发区|高新区|街道办事处|街道|[省市区县旗盟镇乡])$/;

/** 张店区 → 张店, 马尚街道 → 马尚; a name that would keep less than two characters stays whole (单县). */
export const bareName = (name: string): string => {
  const bare = name.replace(suffix, "");
  return bare.length < 2 ? name : bare;
};

/** The kind that a name entered by hand most likely means: zones and villages end in words of their own. */
export const kindOfName = (name: string): UnitKind => {
  if (/(?:村|社区|居委会)$/.test(name)) return "village";
  return /(?:新区|高新区|开发区|经开区|园区|示范区|度假区|湖区|保税区|功能区)$/.test(name) ? "zone" : "department";
};
