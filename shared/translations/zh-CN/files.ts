/** 附在一步上的文件（佐证材料）：选取、查看。 */
export const files = {
  label: "佐证材料",
  pick: "选择文件",
  drop: "把文件拖到这里，或",
  hint: "任何类型的文件，可一次选多个；原样保存，不改动原文件。",
  remove: "去掉",
  open: "打开 {{name}}",
  reveal: "在文件夹中显示 {{name}}",
  notShown: "这种文件由其他程序打开，已在文件夹中显示。",
  missing: "文件缺失：数据文件夹里没有它，请从备份恢复。",
  count: "{{count}} 个文件，共 {{size}}",
  picture: "图片 {{name}}",
} as const;
