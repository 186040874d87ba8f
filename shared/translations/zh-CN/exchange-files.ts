/** 数据交换文件的名字，给人看的。 */
export const exchangeFiles = {
  names: {
    bundle: "联动包-{{from}}-至-{{to}}-{{day}}-{{number}}",
    receipt: "回执-{{from}}-至-{{to}}-{{day}}",
    card: "名片-{{from}}",
    roster: "名册-{{from}}-给-{{to}}",
    welcome: "开通文件-{{from}}-给-{{to}}",
  },
} as const;
