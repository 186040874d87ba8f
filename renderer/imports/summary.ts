/** What an import did, in a line: only what occurred is told. */
import { useWords } from "../i18n.ts";

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly unchanged?: number;
}

export const useImportSummary = (): ((counts: Counts) => string) => {
  const { t } = useWords();
  return ({ added, changed, withdrawn, unchanged = 0 }) => {
    const parts = [
      ...(added > 0 || changed + withdrawn + unchanged === 0 ? [t("imports.done.added", { count: added })] : []),
      ...(changed > 0 ? [t("imports.done.changed", { count: changed })] : []),
      ...(withdrawn > 0 ? [t("imports.done.withdrawn", { count: withdrawn })] : []),
      ...(unchanged > 0 ? [t("imports.done.unchanged", { count: unchanged })] : []),
    ];
    return parts.join(" · ");
  };
};
