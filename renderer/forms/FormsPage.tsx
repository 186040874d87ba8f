/** Fill-back forms (填报表): what was sent and what came back of it; files dropped anywhere on the page are taken back. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { DragEvent } from "react";
import { navigate } from "wouter/use-hash-location";
import type { FormRow } from "#shared/forms/view.ts";
import { bridge } from "../bridge.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { WorkLine } from "../imports/FileStep.tsx";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";
import { useStore } from "../ui/store.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { FormsDialogs } from "./FormsDialogs.tsx";
import { isOverdue, isWaiting } from "./sent.ts";
import { SentTable } from "./SentTable.tsx";
import { changeTaking, openFormsDialog, taking } from "./state.ts";
import { TakePage } from "./TakePage.tsx";
import { useOpenForms } from "./useOpenForms.ts";
import "../imports/imports.css";
import "./forms.css";

const Counts = ({ rows }: { readonly rows: readonly FormRow[] }) => {
  const { t } = useWords();
  const { today } = useDates();
  const waiting = rows.filter(isWaiting).length;
  const overdue = rows.filter((row) => isOverdue(row, today)).length;
  if (waiting === 0) return null;
  return (
    <span className="quiet">
      {t("forms.list.waitingCount", { count: waiting })}
      {overdue === 0 ? null : (
        <strong className="forms-overdue"> {t("forms.list.overdueCount", { count: overdue })}</strong>
      )}
    </span>
  );
};

const Drop = () => {
  const { t } = useWords();
  const open = useOpenForms();
  return (
    <div className="forms-drop">
      <span>{t("forms.take.dropHere")}</span>
      <Button size="small" onClick={() => void bridge.pickFiles("forms").then(open)}>
        {t("forms.take.pick")}
      </Button>
      <Button size="small" onClick={() => void bridge.pickFiles("folder").then(open)}>
        {t("forms.take.pickFolder")}
      </Button>
      <span className="quiet">{t("forms.take.formats")}</span>
    </div>
  );
};

const Sent = () => {
  const { t } = useWords();
  const rows = useQuery(query.forms.list.queryOptions());
  const write = (
    <Button type="primary" size="small" onClick={() => openFormsDialog({ kind: "write", ids: [] })}>
      {t("forms.act.write")}
    </Button>
  );
  return (
    <>
      <header className="import-head">
        <Button type="link" size="small" onClick={() => navigate("/tasks")}>
          ‹ {t("app.nav.tasks")}
        </Button>
        <h2>{t("forms.name")}</h2>
        <span className="import-foot-note">{rows.data === undefined ? null : <Counts rows={rows.data} />}</span>
        {rows.data?.length === 0 ? null : write}
      </header>
      <div className="import-body">
        <Drop />
        <Loaded result={rows}>
          {(all) =>
            all.length === 0 ? (
              <div className="import-empty">
                <p>{t("forms.list.empty")}</p>
                {write}
              </div>
            ) : (
              <SentTable rows={all} />
            )
          }
        </Loaded>
      </div>
    </>
  );
};

export const FormsPage = () => {
  const { stage, work, error } = useStore(taking);
  const open = useOpenForms();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    open([...event.dataTransfer.files].flatMap((file) => bridge.pathOfDroppedFile(file) ?? []));
  };
  return (
    <div
      className={over ? "import-page forms-page is-over" : "import-page forms-page"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {error === null ? null : (
        <div className="import-refusal">
          <Trouble error={error} onAgain={() => changeTaking({ error: null })} />
        </div>
      )}
      {work === null ? stage === null ? <Sent /> : <TakePage stage={stage} /> : <WorkLine title={work} />}
      <FormsDialogs />
    </div>
  );
};
