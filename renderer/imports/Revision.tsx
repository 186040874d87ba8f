/** Which earlier import the file revises: the likeliest is offered, and the person says whether it is. */
import { Button, Select } from "antd";
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { compareWith } from "./actions.ts";
import type { Wizard } from "./wizard.ts";

/** The value of 'a list of its own'; no import has an empty id. */
const ownList = "";

/** From this likeness on, the earlier list is offered by name. `alike` counts from 0 to 1. */
const likely = 0.5;

export const Revision = ({ wizard, stage }: { readonly wizard: Wizard; readonly stage: Stage }) => {
  const { t } = useWords();
  const { moment } = useDates();
  if (stage.mayRevise.length === 0) return null;
  const [first] = stage.mayRevise;
  const isOffered = wizard.revises === null && first !== undefined && first.alike >= likely;
  const options = [
    { value: ownList, label: t("imports.match.ownList") },
    ...stage.mayRevise.map(({ id, fileName, at, alike }) => ({
      value: id,
      label: t("imports.match.revisesItem", { file: fileName, date: moment(at), alike: Math.round(alike * 100) }),
    })),
  ];
  return (
    <div className="import-revision">
      <label className="import-field">
        <span>{t("imports.match.revises")}</span>
        <Select
          value={wizard.revises ?? ownList}
          options={options}
          disabled={wizard.busy}
          style={{ minWidth: 300 }}
          popupMatchSelectWidth={false}
          aria-label={t("imports.match.revises")}
          onChange={(id) => void compareWith(wizard.capability, id === ownList ? null : id)}
        />
      </label>
      {isOffered ? (
        <>
          <span>{t("imports.match.likely", { file: first.fileName })}</span>
          <Button size="small" onClick={() => void compareWith(wizard.capability, first.id)}>
            {t("imports.match.compare")}
          </Button>
        </>
      ) : (
        <span className="quiet">{t("imports.match.revisesHint")}</span>
      )}
    </div>
  );
};
