/** The words that measured ledgers are made of: places, troubles, measures and people as an office writes them. */

export const places = [
  "柳泉路",
  "华光路",
  "马尚桥",
  "孝妇河东岸",
  "人民公园",
  "火车站北广场",
  "金晶大道",
  "联通路",
  "西五路",
  "中润大道",
];
export const spots = ["南首", "北段", "路口", "桥下", "小区门口", "市场西侧", "学校周边", "工地", "背街小巷", "停车场"];
export const objects = [
  "生活垃圾",
  "建筑渣土",
  "餐饮油烟",
  "占道经营",
  "破损井盖",
  "雨污混排",
  "裸露土地",
  "夜间噪声",
  "私搭乱建",
  "绿化缺株",
  "路灯不亮",
  "飞线充电",
];
export const troubles = [
  "长期堆放无人清运",
  "未按要求覆盖",
  "群众多次反映",
  "整改后反弹",
  "影响通行",
  "存在安全隐患",
  "异味扰民",
  "责任不清",
  "台账与现场不符",
  "设施陈旧需更换",
];
export const measures = [
  "组织专班清运并加装监控",
  "限期整改并安排专人巡查",
  "更换破损设施，建立巡查台账",
  "联合执法，约谈责任单位",
  "完善管网，年内分批改造",
  "入户宣传，签订承诺书",
];
export const progresses = [
  "已完成现场清理",
  "正在走采购程序",
  "已约谈施工单位并下达通知",
  "完成一半工程量",
  "待上级资金到位",
  "已连续巡查三周未见反弹",
];
export const sources = ["12345热线", "代表视察", "群众来信", "专题调研", "执法检查", "媒体报道"];
export const categories = ["环境卫生", "大气", "水", "噪声", "市政设施", "安全生产"];
export const units = [
  "马尚街道办事处",
  "和平街道",
  "房镇镇人民政府",
  "区住建局",
  "区城市管理局",
  "市生态环境局",
  "区综合行政执法局",
  "各镇（街道）",
];
export const surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "孙"];
export const posts = ["主任", "科长", "局长", "所长", "书记"];

export const pick = <T>(all: readonly T[], draw: (below: number) => number): T => all[draw(all.length)] as T;

/** Numbers that look random and depend on the seed alone. */
export const drawing = (seed: number): ((below: number) => number) => {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
