/** What of the forms is open: the dialog that writes them, and the files that came back and are being looked at. */
import type { FormRow, FormStage } from "#shared/forms/view.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { client, query, queryClient } from "../client.ts";
import { storeOf } from "../ui/store.ts";

export type FormsTarget =
  | {
      readonly kind: "write";
      /** These tasks alone; empty: all that the query finds. */
      readonly ids: readonly string[];
      readonly query?: ListQuery;
      /** Called when they were written. */
      readonly written?: () => void;
    }
  | { readonly kind: "void"; readonly form: FormRow };

export const formsTarget = storeOf<FormsTarget | undefined>(undefined);
export const openFormsDialog = (target: FormsTarget): void => formsTarget.set(target);
export const closeFormsDialog = (): void => formsTarget.set(undefined);

export interface Taking {
  readonly stage: FormStage | null;
  /** Title of the work under way; null at rest. */
  readonly work: string | null;
  readonly error: unknown;
  /** The file that is looked at. */
  readonly file: number;
  /** Rows that say nothing new are left out of sight. */
  readonly onlyChanges: boolean;
}

const atRest: Taking = { stage: null, work: null, error: null, file: 0, onlyChanges: true };

/** It lives outside the page, so that looking something up elsewhere loses nothing. */
export const taking = storeOf<Taking>(atRest);
export const changeTaking = (part: Partial<Taking>): void => taking.set((before) => ({ ...before, ...part }));

/** The first file that needs a look: with problems, else with changes, else the first. */
export const firstToSee = ({ files }: FormStage): number =>
  (
    files.find(({ verdict, counts }) => verdict === "ready" && counts.invalid + counts.tampered + counts.added > 0) ??
    files.find(({ verdict }) => verdict === "ready") ??
    files[0]
  )?.file ?? 0;

const rowsKey = query.forms.rows.key();

/** Puts the staged files away, here and in core; nothing of them was stored. */
export const dropTaking = async (): Promise<void> => {
  const { stage } = taking.get();
  taking.set(atRest);
  queryClient.removeQueries({ queryKey: rowsKey });
  // A stage that core no longer knows (it was started again) is forgotten already.
  if (stage !== null) await client.forms.drop({ stage: stage.stage }).catch(() => undefined);
};

export const chooseRow = async (file: number, row: number | null, take: boolean): Promise<void> => {
  const { stage } = taking.get();
  if (stage === null) return;
  try {
    changeTaking({ stage: await client.forms.choose({ stage: stage.stage, file, row, take }), error: null });
    await queryClient.invalidateQueries({ queryKey: rowsKey });
  } catch (error) {
    changeTaking({ error });
  }
};
