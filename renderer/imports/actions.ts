/**
 * What the import's screens do, each by one call of core. A refusal is kept with the wizard and shown on the page; the
 * stage stays as it was, so that nothing put right so far is lost.
 */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { Stage, StageOptions, StageRow } from "#shared/imports/view.ts";
import { client, query, queryClient } from "../client.ts";
import type { useWork } from "../ui/work.ts";
import { withHeader, withMeaning, withSheet, withYear } from "./options.ts";
import { changeWizard, emptyWizard, firstStepOf, wizardOf } from "./wizard.ts";
import type { WizardStep } from "./wizard.ts";

/** Runs long work under a title, shown in the top bar's tray as well. */
type Run = ReturnType<typeof useWork>;

const rowsKey = query.imports.rows.key();

const refreshRows = (): Promise<void> => queryClient.invalidateQueries({ queryKey: rowsKey });

/** Long work with its title kept while it runs; undefined when it was cancelled or refused. */
const worked = async <Result>(
  capability: ImportCapability,
  title: string,
  work: () => Promise<Result | undefined>,
): Promise<Result | undefined> => {
  changeWizard(capability, { work: title, error: null });
  try {
    return await work();
  } catch (error) {
    changeWizard(capability, { error });
    return undefined;
  } finally {
    changeWizard(capability, { work: null });
  }
};

const takeStage = async (capability: ImportCapability, ask: (stage: string) => Promise<Stage>): Promise<void> => {
  const { stage } = wizardOf(capability);
  if (stage === null) return;
  changeWizard(capability, { busy: true, error: null });
  try {
    const next = await ask(stage.stage);
    changeWizard(capability, { stage: next });
    await refreshRows();
  } catch (error) {
    changeWizard(capability, { error });
  } finally {
    changeWizard(capability, { busy: false });
  }
};

const forget = async (stage: Stage | null): Promise<void> => {
  if (stage === null) return;
  queryClient.removeQueries({ queryKey: rowsKey });
  // A stage that core no longer knows (it was started again) is forgotten already.
  await client.imports.drop({ stage: stage.stage }).catch(() => undefined);
};

export const goTo = (capability: ImportCapability, step: WizardStep): void => changeWizard(capability, { step });

/** Reads a file; whatever was staged before is dropped. */
export const openFile = async (
  capability: ImportCapability,
  path: string,
  title: string,
  run: Run,
  options: StageOptions = {},
): Promise<void> => {
  const before = wizardOf(capability).stage;
  changeWizard(capability, { ...emptyWizard(capability), path, options });
  const stage = await worked(capability, title, async () => {
    await forget(before);
    return run(title, (signal) => client.imports.open({ capability, path, options }, { signal }));
  });
  if (stage !== undefined) changeWizard(capability, { stage, step: firstStepOf(stage) });
};

/** Leaves the import: nothing has been stored. */
export const leave = async (capability: ImportCapability): Promise<void> => {
  const { stage, result } = wizardOf(capability);
  changeWizard(capability, emptyWizard(capability));
  if (result === null) await forget(stage);
};

const reread = async (capability: ImportCapability, options: StageOptions): Promise<void> => {
  changeWizard(capability, { options });
  await takeStage(capability, (stage) => client.imports.reread({ stage, options }));
};

const optionsOf = (capability: ImportCapability): StageOptions => wizardOf(capability).options;

export const setYear = (capability: ImportCapability, year: number | undefined): Promise<void> =>
  reread(capability, withYear(optionsOf(capability), year));

export const setSheet = (capability: ImportCapability, sheet: string): Promise<void> =>
  reread(capability, withSheet(optionsOf(capability), sheet));

export const setHeader = (capability: ImportCapability, rows: { from: number; to: number }): Promise<void> =>
  reread(capability, withHeader(optionsOf(capability), rows));

export const setMeaning = async (capability: ImportCapability, index: number, meaning: string): Promise<void> => {
  const { stage, options } = wizardOf(capability);
  if (stage !== null) await reread(capability, withMeaning(options, stage.columns, index, meaning));
};

export const matchUnit = (capability: ImportCapability, text: string, code: string | null): Promise<void> =>
  takeStage(capability, (stage) => client.imports.matchUnit({ stage, text, code }));

export const mapState = (capability: ImportCapability, word: string, state: string): Promise<void> =>
  takeStage(capability, (stage) => client.imports.mapState({ stage, word, state }));

/** Compares with an earlier import, or (null) with none. */
export const compareWith = async (capability: ImportCapability, revises: string | null): Promise<void> => {
  changeWizard(capability, { revises });
  await takeStage(capability, (stage) => client.imports.revise({ stage, revises }));
};

/** A line that changed changes the counts, the units and the accounting, which the stage tells anew. */
const changeRow = async (capability: ImportCapability, ask: (stage: string) => Promise<StageRow>): Promise<void> => {
  const { stage, revises } = wizardOf(capability);
  if (stage === null) return;
  changeWizard(capability, { error: null });
  try {
    await ask(stage.stage);
    changeWizard(capability, { stage: await client.imports.revise({ stage: stage.stage, revises }) });
    await refreshRows();
  } catch (error) {
    changeWizard(capability, { error });
  }
};

/** Puts a cell right. */
export const correct = (capability: ImportCapability, row: StageRow, field: string, value: string): Promise<void> =>
  changeRow(capability, (stage) => client.imports.correct({ stage, row: row.row, sheet: row.sheet, field, value }));

/** Says that a row is the record it may be, or is not. */
export const answerPerhaps = (capability: ImportCapability, row: StageRow, accepted: boolean): Promise<void> =>
  changeRow(capability, (stage) => client.imports.acceptPerhaps({ stage, row: row.row, sheet: row.sheet, accepted }));

/** Stores the list, in one transaction. */
export const confirm = async (capability: ImportCapability, title: string, run: Run): Promise<void> => {
  const { stage } = wizardOf(capability);
  if (stage === null) return;
  const result = await worked(capability, title, () =>
    run(title, (signal) => client.imports.confirm({ stage: stage.stage }, { signal })),
  );
  if (result !== undefined) changeWizard(capability, { result, step: "done" });
};
