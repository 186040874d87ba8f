/** The words for what a column may mean, and for the fields of a line; a meaning that has none yet reads as itself. */
import type { ImportCapability } from "#shared/imports/record.ts";
import { useLooseWord } from "../i18n.ts";
import { ownName } from "./preview-columns.ts";

/** `meaningWord("period")` → 完成时限, for the kind of list being read. */
export const useMeaningWord = (capability: ImportCapability): ((meaning: string) => string) => {
  const loose = useLooseWord();
  return (meaning) => ownName(meaning) ?? loose(`imports.meanings.${capability}.${meaning}`);
};
