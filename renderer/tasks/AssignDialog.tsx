/**
 * Handing one task or many to units: several at once, groups of them (各镇（街道）) by whom they mean here, one period for
 * all or one for each. Who has it already is shown as such and does not get it twice.
 */
import { Button, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { words } from "#shared/translations/index.ts";
import { unitGroups } from "#shared/units/groups.ts";
import type { UnitGroup } from "#shared/units/groups.ts";
import { client, keepPreviousData, query, useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field, PeriodInput } from "../ui/form/index.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { AssignUnits } from "./AssignUnits.tsx";
import { assignInput, chosenUnits, emptyAssign, holdersOf, meantOf } from "./assign-values.ts";
import type { AssignValues } from "./assign-values.ts";
import { closeStep } from "./step-target.ts";
import type { StepTarget } from "./step-target.ts";

/** A group as lists write it; it is what is kept and resolved, in either language. */
const writtenGroup = (group: UnitGroup): string => words["zh-CN"].tasks.assigning.group[group];

/** Groups offered at one press: those that mean somebody here other than this office. */
const useGroups = (): readonly UnitGroup[] => {
  const own = useStatus().data?.office?.unit;
  const texts = unitGroups.map(writtenGroup);
  const resolved = useQuery(query.units.resolve.queryOptions({ input: { texts } })).data ?? [];
  return unitGroups.filter((group) =>
    resolved.some(({ text, units }) => text === writtenGroup(group) && units.some(({ code }) => code !== own)),
  );
};

/** Whom texts mean; while more is typed, what was known stays. */
const useMeant = (texts: readonly string[]) => {
  const resolved = useQuery({
    ...query.units.resolve.queryOptions({ input: { texts: [...texts] } }),
    placeholderData: keepPreviousData,
    enabled: texts.length > 0,
  });
  return meantOf(texts.length === 0 ? [] : (resolved.data ?? []).filter(({ text }) => texts.includes(text)));
};

export const AssignDialog = ({ target }: { readonly target: StepTarget }) => {
  const { ids, detail } = target;
  const { t } = useWords();
  const { busy, finish } = useFinish(closeStep);
  const id = useId();
  const groups = useGroups();
  const [values, setValues] = useState<AssignValues>(emptyAssign);
  const [tried, setTried] = useState(false);
  const change = (next: Partial<AssignValues>): void => setValues((before) => ({ ...before, ...next }));
  const meant = useMeant(values.texts);
  const holders = holdersOf(detail?.assignments ?? []);
  const units = chosenUnits(meant, values, holders);
  const wrong = tried && units.length === 0 ? t("tasks.assigning.needed") : undefined;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (units.length === 0) return;
    const done = await finish(
      () => client.tasks.assign(assignInput(ids, units, values)),
      t("tasks.done.assign", { count: ids.length }),
    );
    if (done !== undefined) target.taken?.();
  };
  const name = t("tasks.act.assign");
  const usual = detail === undefined || detail.period.text === "" ? undefined : detail.period.text;
  return (
    <ActDialog
      width={720}
      title={
        detail === undefined
          ? t("tasks.dialog.headingMany", { act: name, count: ids.length })
          : t("tasks.dialog.heading", { act: name, title: detail.title })
      }
      ok={units.length === 0 ? name : t("tasks.assigning.ok", { count: units.length })}
      busy={busy}
      onOk={() => void submit()}
      onCancel={closeStep}
    >
      <Field id={`${id}-units`} label={t("tasks.assigning.to")} wrong={wrong}>
        <UnitPicker
          id={`${id}-units`}
          value={values.texts}
          placeholder={t("tasks.assigning.placeholder")}
          aria-invalid={wrong !== undefined}
          onChange={(texts) => change({ texts })}
        />
        {groups.length === 0 ? null : (
          <div className="assign-groups">
            <span className="quiet">{t("tasks.assigning.groups")}</span>
            {groups.map((group) => {
              const written = writtenGroup(group);
              const isChosen = values.texts.includes(written);
              const others = values.texts.filter((text) => text !== written);
              return (
                // Never disabled once chosen: it would lose the focus, and with it the keys of the dialog.
                <Button
                  key={group}
                  size="small"
                  type={isChosen ? "primary" : "default"}
                  ghost={isChosen}
                  aria-pressed={isChosen}
                  onClick={() => change({ texts: isChosen ? others : [...others, written] })}
                >
                  {t(`tasks.assigning.group.${group}`)}
                </Button>
              );
            })}
          </div>
        )}
      </Field>
      {units.length < 2 && !values.apart ? null : (
        <Checkbox checked={values.apart} onChange={(event) => change({ apart: event.target.checked })}>
          {t("tasks.assigning.each")}
        </Checkbox>
      )}
      {meant.length === 0 ? null : <AssignUnits meant={meant} holders={holders} values={values} onChange={change} />}
      {detail === undefined ? <p className="quiet">{t("tasks.assigning.many")}</p> : null}
      <Field id={`${id}-period`} label={t("tasks.assigning.period")}>
        <PeriodInput
          id={`${id}-period`}
          value={values.period}
          usual={usual === undefined ? "" : t("tasks.assigning.periodUsual", { period: usual })}
          onChange={(period) => change({ period })}
        />
      </Field>
      <Field id={`${id}-contact`} label={t("tasks.assigning.contact")}>
        <Input
          id={`${id}-contact`}
          value={values.contact}
          onChange={(event) => change({ contact: event.target.value })}
        />
      </Field>
      <Field id={`${id}-text`} label={t("tasks.assigning.requirement")}>
        <Input.TextArea
          id={`${id}-text`}
          value={values.text}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
    </ActDialog>
  );
};
