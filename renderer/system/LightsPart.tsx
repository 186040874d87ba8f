/** When a light turns and in which colours: the office's own rules, each change kept in the history. */
import { InputNumber, Radio } from "antd";
import { lightSchemes } from "#shared/system/settings.ts";
import type { Settings } from "#shared/system/settings.ts";
import { lightValues } from "#shared/tasks/fields.ts";
import { client, useSettings } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Light } from "../ui/light/Light.tsx";
import { useAct } from "../ui/toast/act.ts";
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

export const LightsPart = () => {
  const { t } = useWords();
  const act = useAct();
  const settings = useSettings();
  if (settings === undefined) return null;
  const save = (changes: Partial<Settings>): void => {
    void act(() => client.system.saveSettings(changes), t("system.settings.saved"));
  };
  return (
    <>
      <h2>{t("system.settings.lights")}</h2>
      <Setting label={t("system.settings.lightScheme")} hint={t("system.settings.schemeHint")}>
        <Radio.Group
          value={settings.lightScheme}
          options={lightSchemes.map((value) => ({ value, label: t(`system.settings.scheme.${value}`) }))}
          onChange={(event) => {
            const chosen = lightSchemes.find((scheme) => scheme === event.target.value);
            if (chosen !== undefined) save({ lightScheme: chosen });
          }}
        />
        <div className="lights-sample">
          {lightValues.map((value) => (
            <Light key={value} capability="tasks" value={value} />
          ))}
        </div>
      </Setting>
      <Days name="soonDays" unit={t("system.settings.days")} most={60} settings={settings} save={save} />
      <Days name="behindPoints" unit={t("system.settings.points")} most={100} settings={settings} save={save} />
      <Days name="immediateWorkdays" unit={t("system.settings.workdays")} most={60} settings={settings} save={save} />
    </>
  );
};
