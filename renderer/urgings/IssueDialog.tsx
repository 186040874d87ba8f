/**
 * Issues urgings: of a task with its late and silent units ticked and the text drafted for each, or of none in words of
 * one's own. All are one commit, numbered on from the last of the year.
 */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Loaded } from "../ui/detail/index.ts";
import { Field, PeriodInput } from "../ui/form/index.ts";
import { useUnitName } from "../units/names.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { closeUrging, type UrgingTarget } from "./targets.ts";

interface Draft {
  readonly unit: string;
  readonly text: string;
}

interface LinesProps {
  readonly task: (UrgingTarget & { readonly kind: "issue" })["task"];
  readonly drafts: readonly Draft[];
}

/** Ticked units with their text; a unit that is added by hand begins with the first draft, or empty. */
const Lines = ({ task, drafts }: LinesProps) => {
  const { t } = useWords();
  const id = useId();
  const { busy, finish } = useFinish(closeUrging);
  const unitName = useUnitName();
  const next = useQuery(query.urgings.nextNumber.queryOptions({ input: {} })).data;
  const drafted = drafts.map(({ unit }) => unit);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(drafted));
  const [others, setOthers] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    new Map(drafts.map(({ unit, text }) => [unit, text])),
  );
  const [limit, setLimit] = useState("");
  const [tried, setTried] = useState(false);
  const textOf = (unit: string): string => texts.get(unit) ?? "";
  const urged = [...drafted.filter((unit) => ticked.has(unit)), ...others];
  const lacks = (unit: string): boolean => tried && textOf(unit).trim() === "";
  const issue = (): void => {
    setTried(true);
    if (urged.length === 0 || urged.some((unit) => textOf(unit).trim() === "")) return;
    const urgings = urged.map((unit) => ({ unit, task: task?.id ?? null, text: textOf(unit), limit }));
    void finish(() => client.urgings.issue({ urgings }), t("urgings.done.issued", { count: urgings.length }));
  };
  const tick = (unit: string, on: boolean): void =>
    setTicked((before) => new Set(on ? [...before, unit] : [...before].filter((each) => each !== unit)));
  const words = (unit: string) => (
    <Field
      id={`${id}-${unit}`}
      label={t("urgings.issue.text")}
      wrong={lacks(unit) ? t("urgings.issue.textNeeded") : undefined}
    >
      <Input.TextArea
        id={`${id}-${unit}`}
        aria-label={`${unitName(unit)} ${t("urgings.issue.text")}`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={textOf(unit)}
        onChange={(event) => setTexts((before) => new Map([...before, [unit, event.target.value]]))}
      />
    </Field>
  );
  return (
    <ActDialog
      title={task === undefined ? t("urgings.issue.headingNone") : t("urgings.issue.heading", { title: task.title })}
      ok={t("urgings.issue.apply", { count: urged.length })}
      width={680}
      busy={busy}
      onOk={issue}
      onCancel={closeUrging}
    >
      <p className="quiet urging-explain">
        {task !== undefined && drafts.length === 0 ? t("urgings.issue.nobody") : t("urgings.issue.explain")}{" "}
        {next === undefined ? null : t("urgings.issue.next", { number: t("documents.bracketed", next) })}
      </p>
      <ul className="urging-lines" aria-label={t("urgings.issue.units")}>
        {drafted.map((unit) => (
          <li key={unit}>
            <Checkbox checked={ticked.has(unit)} onChange={(event) => tick(unit, event.target.checked)}>
              <strong>{unitName(unit)}</strong>
            </Checkbox>
            {ticked.has(unit) ? words(unit) : null}
          </li>
        ))}
        {others.map((unit) => (
          <li key={unit}>
            <strong>{unitName(unit)}</strong>
            {words(unit)}
          </li>
        ))}
      </ul>
      <Field
        id={`${id}-other`}
        label={drafts.length === 0 ? t("urgings.issue.units") : t("urgings.issue.other")}
        wrong={tried && urged.length === 0 ? t("urgings.issue.unitsNeeded") : undefined}
      >
        <UnitPicker
          id={`${id}-other`}
          value={others}
          onChange={(units) => setOthers(units.filter((unit) => !drafted.includes(unit)))}
        />
      </Field>
      <Field id={`${id}-limit`} label={t("urgings.issue.limit")}>
        <PeriodInput id={`${id}-limit`} value={limit} usual={t("urgings.issue.limitHint")} onChange={setLimit} />
      </Field>
    </ActDialog>
  );
};

const OfTask = ({ task }: { readonly task: { readonly id: string; readonly title: string } }) => {
  const { language } = useWords();
  const result = useQuery(query.urgings.draft.queryOptions({ input: { task: task.id, language } }));
  return (
    <Loaded result={result} onClose={closeUrging}>
      {(drafts) => <Lines task={task} drafts={drafts} />}
    </Loaded>
  );
};

export const IssueDialog = ({ target }: { readonly target: UrgingTarget & { readonly kind: "issue" } }) =>
  target.task === undefined ? <Lines task={undefined} drafts={[]} /> : <OfTask task={target.task} />;
