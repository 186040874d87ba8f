/** A telephone number in the same cell as a name becomes `phone`; what is left is the person. */

const PHONE =
  /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d{9}|(?:(?:[(（]0\d{2,3}[)）]|0\d{2,3})[-—–－\s]?)?[2-9]\d{6,7}(?:[-转]\d{1,6})?|0\d{2,3}[-—–－\s]?\d{7,8}|1\d{2}[-\s]\d{4}[-\s]\d{4})(?!\d)/gu;
const LABELS = /(?:联系)?(?:电话|手机|方式|号码|tel)\s*[:：]?/giu;
const EDGES = /^[\s,，、;；:：/／()（）]+|[\s,，、;；:：/／()（）]+$/gu;

/** Full-width digits and dashes as plain ones. */
export const plainDigits = (text: string): string =>
  text.replace(/[０-９]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[－—–]/gu, "-");

/** `钱工\n0533-0000001` → 钱工 and 0533-0000001; several numbers are joined by 、. */
export const splitPerson = (text: string): { person: string; phone: string } => {
  const phones = plainDigits(text).match(PHONE) ?? [];
  if (phones.length === 0) return { person: text, phone: "" };
  const person = plainDigits(text)
    .replace(PHONE, "\n")
    .replace(LABELS, "")
    .replace(/[(（]\s*[)）]/gu, "")
    .split("\n")
    .map((part) => part.replace(EDGES, ""))
    .filter((part) => part !== "")
    .join("、");
  return { person, phone: phones.map((phone) => phone.trim()).join("、") };
};
