/** The number of an urging within its brackets, as it is printed on its sheet: the same in both languages. */
import { word } from "#shared/translations/index.ts";

export const numberText = (year: number, no: number): string => word("zh-CN", "documents.bracketed", { year, no });
