/** A unit of merge as one line of text: periods as they were written, units by name, lists joined. */
export const valueText = (value: unknown, unitName: (codeOrText: string) => string): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return unitName(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map((item) => valueText(item, unitName)).join("、");
  if (typeof value !== "object") return "";
  const entries = Object.entries(value);
  const text = entries.find(([key]) => key === "text")?.[1];
  if (typeof text === "string" && entries.some(([key]) => key === "kind")) return text;
  return entries
    .map(([, part]) => valueText(part, unitName))
    .filter((part) => part !== "")
    .join(" · ");
};
