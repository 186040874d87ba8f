/** When a light turns and in which colours: the office's own rules, each change kept in the history. */
import { Button, InputNumber, Radio } from "antd";
import { Fragment } from "react";
import { lightSchemes, usualLimits } from "#shared/system/settings.ts";
import type { LightScheme, Settings } from "#shared/system/settings.ts";
import { lightValues } from "#shared/tasks/fields.ts";
import { client, useSettings } from "../client.ts";
import { useWords } from "../i18n.ts";
import { ReminderSettings } from "../reminders/ReminderSettings.tsx";
import { Light } from "../ui/light/Light.tsx";
import { useAct } from "../ui/toast/act.ts";
import { RecurringShift } from "./RecurringShift.tsx";
import { Setting } from "./Setting.tsx";

interface DaysProps {
  readonly name: "soonDays" | "behindPoints" | "immediateWorkdays";
  readonly unit: string;
  readonly most: number;
  readonly settings: Settings;
  readonly save: (changes: Partial<Settings>) => void;
}

const Days = ({ name, unit, most, settings, save }: DaysProps) => {
  const { t } = useWords();
  const id = `setting-${name}`;
  return (
    <Setting label={t(`system.settings.${name}`)} id={id} hint={t(`system.settings.${name}Hint`)}>
      <InputNumber
        key={settings[name]}
        id={id}
        min={0}
        max={most}
        precision={0}
        defaultValue={settings[name]}
        onBlur={(event) => {
          const value = Number(event.target.value);
          if (event.target.value !== "" && value !== settings[name] && value >= 0 && value <= most)
            save({ [name]: value });
        }}
        onPressEnter={(event) => event.currentTarget.blur()}
      />{" "}
      {unit}
    </Setting>
  );
};

const lampsOfSample = ["overdue", "soon", "on-track"] as const;

/** A scheme by its words, and in its own colours. */
const SchemeChoice = ({ scheme }: { readonly scheme: LightScheme }) => {
  const { t } = useWords();
  return (
    <span className="scheme-choice">
      <span className="scheme-name">{t(`system.settings.scheme.${scheme}`)}</span>
      <span className="scheme-choice" data-lights={scheme} aria-hidden="true">
        {lampsOfSample.map((value) => (
          <Light key={value} capability="tasks" value={value} />
        ))}
      </span>
    </span>
  );
};

/** Each light as it stands in the lists now, and when it turns. */
const Sample = ({ settings: { soonDays, behindPoints } }: { readonly settings: Settings }) => {
  const { t } = useWords();
  return (
    <dl className="lights-sample">
      {lightValues.map((value) => (
        <Fragment key={value}>
          <dt>
            <Light capability="tasks" value={value} />
          </dt>
          <dd className="quiet">{t(`system.settings.sample.${value}`, { soonDays, behindPoints })}</dd>
        </Fragment>
      ))}
    </dl>
  );
};

export const LightsPart = () => {
  const { t } = useWords();
  const act = useAct();
  const settings = useSettings();
  if (settings === undefined) return null;
  const save = (changes: Partial<Settings>): void => {
    void act(() => client.system.saveSettings(changes), t("system.settings.saved"));
  };
  const usual = usualLimits[settings.lightScheme];
  const isUsual = settings.soonDays === usual.soonDays && settings.behindPoints === usual.behindPoints;
  return (
    <>
      <h2>{t("system.settings.lightsTitle")}</h2>
      <Setting label={t("system.settings.lightScheme")} hint={t("system.settings.schemeHint")}>
        <Radio.Group
          vertical
          value={settings.lightScheme}
          options={lightSchemes.map((value) => ({ value, label: <SchemeChoice scheme={value} /> }))}
          onChange={(event) => {
            const chosen = lightSchemes.find((scheme) => scheme === event.target.value);
            if (chosen !== undefined) save({ lightScheme: chosen });
          }}
        />
        {isUsual ? null : (
          <div className="scheme-offer">
            <span>{t("system.settings.schemeOffer", usual)}</span>
            <Button size="small" onClick={() => save(usual)}>
              {t("system.settings.schemeTake")}
            </Button>
          </div>
        )}
      </Setting>
      <Setting label={t("system.settings.sample.label")}>
        <Sample settings={settings} />
      </Setting>
      <Days name="soonDays" unit={t("system.settings.days")} most={60} settings={settings} save={save} />
      <Days name="behindPoints" unit={t("system.settings.points")} most={100} settings={settings} save={save} />
      <Days name="immediateWorkdays" unit={t("system.settings.workdays")} most={60} settings={settings} save={save} />
      <RecurringShift value={settings.recurringShift} save={save} />
      <ReminderSettings />
    </>
  );
};
