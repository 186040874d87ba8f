/** An office and the units it knows, for tests: 张店区 with some of its towns and departments, under 淄博市. */

export const testOffice = { unit: "370303", name: "张店区" };

export const testUnits = [
  { code: "370300", name: "淄博市", kind: "division", tier: "city", parent: null },
  { code: "370303", name: "张店区", kind: "division", tier: "district", parent: "370300" },
  { code: "370303001", name: "马尚街道", kind: "division", tier: "town", parent: "370303" },
  { code: "370303002", name: "和平街道", kind: "division", tier: "town", parent: "370303" },
  { code: "370303105", name: "房镇镇", kind: "division", tier: "town", parent: "370303" },
  { code: "370303-D01", name: "张店区住房和城乡建设局", kind: "department", tier: "district", parent: "370303" },
  { code: "370303-D02", name: "张店区城市管理局", kind: "department", tier: "district", parent: "370303" },
  { code: "370300-D01", name: "淄博市生态环境局", kind: "department", tier: "city", parent: "370300" },
] as const;
