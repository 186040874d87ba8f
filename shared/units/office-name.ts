/** What an office is called when nobody has said otherwise: by its division's tier, as the congress's own bodies are named. */
import type { Tier } from "./record.ts";

const endings: { readonly [T in Tier]?: string } = {
  province: "人大常委会办公厅",
  city: "人大常委会办公室",
  district: "人大常委会办公室",
};

/** 张店区 → 张店区人大常委会办公室; 马尚街道 → 马尚街道人大工委; 沣水镇 → 沣水镇人大. */
export const usualOfficeName = (division: string, tier: Tier): string => {
  const whole = division.replace(/办事处$/u, "");
  if (tier === "town") return whole + (whole.endsWith("街道") ? "人大工委" : "人大");
  return whole + (endings[tier] ?? "人大");
};
