/** The dialog of every step of an urging, for one or many: the day, and what is said. */
import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { urgingRules } from "#shared/urgings/states.ts";
import { client, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ActDialog, useFinish } from "../ui/dialog/index.ts";
import { Field } from "../ui/form/index.ts";
import { isDanger, needsWords } from "./step-forms.ts";
import { closeUrging, type UrgingTarget } from "./targets.ts";

export const StepDialog = ({ target }: { readonly target: UrgingTarget & { readonly kind: "step" } }) => {
  const { step, ids, urging, taken } = target;
  const { t } = useWords();
  const id = useId();
  const today = useToday();
  const { busy, finish } = useFinish(closeUrging);
  const [on, setOn] = useState(today);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const label = t(`urgings.dialog.text.${step}`);
  const lacksText = needsWords(step) && text.trim() === "";
  const name = t(`urgings.act.${step}`);
  const behalf = urgingRules[step].by === "unit" ? (urging?.onBehalfOf ?? null) : null;
  const take = async (): Promise<void> => {
    setTried(true);
    if (lacksText) return;
    const said = text.trim();
    const done = await finish(
      () => client.urgings.step({ ids: [...ids], step: { step, on, ...(said !== "" && { text: said }) } }),
      t(`urgings.done.${step}`, { count: ids.length }),
    );
    if (done !== undefined) taken?.();
  };
  return (
    <ActDialog
      title={
        urging === undefined
          ? t("urgings.dialog.headingMany", { act: name, count: ids.length })
          : t("urgings.dialog.heading", {
              act: name,
              number: t("documents.bracketed", { year: urging.year, no: urging.no }),
              unit: urging.unit,
            })
      }
      ok={name}
      busy={busy}
      danger={isDanger(step)}
      onOk={() => void take()}
      onCancel={closeUrging}
    >
      {behalf === null ? null : <p className="quiet">{t("urgings.dialog.onBehalfOf", { unit: behalf })}</p>}
      <Field
        id={`${id}-text`}
        label={label}
        wrong={tried && lacksText ? t("urgings.dialog.textNeeded", { label }) : undefined}
      >
        <Input.TextArea
          id={`${id}-text`}
          data-first
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Field id={`${id}-on`} label={t("urgings.dialog.on")}>
        <DatePicker
          id={`${id}-on`}
          allowClear={false}
          value={dayjs(on)}
          onChange={(date) => setOn((date ?? dayjs(on)).format("YYYY-MM-DD"))}
        />
      </Field>
    </ActDialog>
  );
};
