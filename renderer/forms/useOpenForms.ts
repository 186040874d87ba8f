/** Reads files that came back into a stage; shown while it runs, and broken off by its button. */
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useWork } from "../ui/work.ts";
import { changeTaking, dropTaking, firstToSee, taking } from "./state.ts";

export const useOpenForms = (): ((paths: readonly string[]) => void) => {
  const { t } = useWords();
  const run = useWork();
  const open = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0 || taking.get().work !== null) return;
    await dropTaking();
    const title = t("forms.take.working");
    changeTaking({ work: title, error: null });
    try {
      const stage = await run(title, (signal) => client.forms.open({ paths: [...paths] }, { signal }));
      if (stage !== undefined) changeTaking({ stage, file: firstToSee(stage) });
    } catch (error) {
      changeTaking({ error });
    } finally {
      changeTaking({ work: null });
    }
  };
  return (paths) => void open(paths);
};
