/** The office that was chosen: its path, its name as it will be printed, the units below that appear by themselves. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { Division } from "#shared/contract/units.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";

interface ChosenOfficeProps {
  readonly division: Division;
  readonly onBack: () => void;
}

export const ChosenOffice = ({ division, onBack }: ChosenOfficeProps) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const names = { division: division.name };
  const usual = division.tier === "town" ? t("system.first.townSuffix", names) : t("system.first.officeSuffix", names);
  const [name, setName] = useState<string>(usual);
  const [starting, setStarting] = useState(false);
  const below = useQuery(query.units.childDivisions.queryOptions({ input: { under: division.code } })).data ?? [];
  const start = async (): Promise<void> => {
    setStarting(true);
    const text = name.trim();
    await act(() => client.system.init({ unit: division.code, ...(text === "" ? {} : { name: text }) }));
    setStarting(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <p className="first-path">
        {division.path.join(" › ")} <span className="quiet figure">{division.code}</span>
      </p>
      <label htmlFor={id}>{t("system.first.officeName")}</label>
      <Input id={id} size="large" autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      <p className="quiet">{t("system.first.officeNameHint")}</p>
      <h3>{below.length === 0 ? t("system.first.noBelow") : t("system.first.below", { count: below.length })}</h3>
      <div className="first-below">
        {below.map((unit) => (
          <span key={unit.code}>{unit.name}</span>
        ))}
      </div>
      <div className="refused-actions">
        <Button type="primary" size="large" htmlType="submit" loading={starting}>
          {t("system.first.start")}
        </Button>
        <Button size="large" onClick={onBack}>
          {t("app.action.back")}
        </Button>
      </div>
    </form>
  );
};
