/** Phrases by which a row under a header shows that it is no item: sections, totals, notes and signatures. */

const NUMERAL = "[一二三四五六七八九十百零〇]+";

/** 一、 （一） 第一部分: what sets a section apart even where nothing is merged. */
const STRONG_SECTION = new RegExp(
  `^(?:[（(]${NUMERAL}[)）]|${NUMERAL}[、.．,，:：]|${NUMERAL}\\s+(?=\\S)|第${NUMERAL}(?:章|节|部分|篇|类|板块|方面|批|编)|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[、.．\\s])`,
  "u",
);
/** 1. (2) 第3类 ★ 【…】: sets a section apart in a row that is merged across the table. */
const WEAK_SECTION =
  /^(?:\d+\s*[、.．)）]|[（(]\d+[)）]|[①-⑳]|第\d+(?:章|节|部分|篇|类|批|项)|[A-Z][、.．]|[【★▲●■◆◎※])/u;

const TOTAL =
  /^(?:合计|小计|总计|共计|累计|总数|总和|本页(?:小计|合计)|本月(?:小计|合计)|(?:分类|全部|全市|全区|全县)(?:合计|小计|总计))(?:$|[：:（(\d，,、])/u;

const NOTE =
  /^(?:注|附注|备注|说明|填表说明|填报说明|填写说明|注释|特别说明|相关说明|有关说明)\s*(?:$|[：:\d一二三、.．（(①])|^[※＊*★]\s*(?:注|说明|填|各|请|本表|此表|带|为|表示|号)|^(?:填表|填报|有关|特别)?说明\s*[：:]/u;

const SIGNATURE =
  /^(?:填表|填报|制表|报送|审核|复核|审批|审签|签发|经办|承办|统计|联系|联络|校对|负责|责任|分管|主管|主要|单位|部门|科室)?(?:人员?|单位|日期|时间|部门|领导|负责人|联系人|责任人|科室|电话|负责人签字|领导签字|主要负责人|分管负责人)(?:及电话|签字|签名|签章|盖章|（签字）|（签章）|（盖章）|\(签字\)|\(盖章\)|\(签章\))*\s*[：:]|^(?:（?盖\s*章）?|联系电话\s*[：:].*|单位（?公?章）?\s*[：:]?)$/u;

const SIGNED =
  /^(?:制表|审核|复核|填表|填报|审签|签发|校对|统计|审批|核对)(?:人|者)?\s*[：:]|(?:（盖章）|（公章）|\(盖章\)|（签字）|（签章）)[：:]?$/u;
const DATE_ALONE = /^(?:日期[：:]?)?\d{0,4}年\d{0,2}月\d{0,2}日?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/u;

const squeezed = (text: string): string => text.replace(/\s+/gu, "");

export const isStrongSection = (text: string): boolean => STRONG_SECTION.test(text) && text.length <= 120;

export const isWeakSection = (text: string): boolean => WEAK_SECTION.test(text) && text.length <= 120;

export const isTotal = (text: string): boolean => text.length < 40 && TOTAL.test(squeezed(text));

export const isNote = (text: string): boolean =>
  NOTE.test(text) || SIGNATURE.test(squeezed(text)) || SIGNED.test(squeezed(text));

/** 2020年3月30日, or its blanks still to be filled in. */
export const isDateAlone = (text: string): boolean => DATE_ALONE.test(squeezed(text));

const CHINESE_NUMBER = new RegExp(`^[（(]?${NUMERAL}[)）]?[、.．]?$`, "u");

/** 一, （一）, 二、 in the number column: the number of a section where the items count 1, 2, 3. */
export const isChineseNumber = (text: string): boolean => CHINESE_NUMBER.test(text);

/** What a clerk writes as an item's number: 1, 1., 1.2, （3）, A-12, 第4项, 2020-001; never a sentence. */
export const looksLikeNumber = (text: string): boolean =>
  text.length <= 16 &&
  (/^[\s\d０-９A-Za-zＡ-Ｚａ-ｚ.．、。()（）〔〕[\]#＃№—_/①-⑳㈠-㈩-]+$/u.test(text) ||
    isChineseNumber(text) ||
    /^第?[\d０-９一二三四五六七八九十]+(?:项|条|号|件)?$/u.test(text));

/** Numbers lose full-width digits and trailing dots ('１', '1.' → '1'). */
export const normaliseNumber = (text: string): string =>
  text
    .replace(/[０-９Ａ-Ｚａ-ｚ．－]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, "")
    .replace(/[.、。·,，]+$/u, "");

/** 一、大气污染 → 大气污染. */
export const withoutSectionNumber = (text: string): string =>
  text.replace(STRONG_SECTION, "").replace(WEAK_SECTION, "").trim();
