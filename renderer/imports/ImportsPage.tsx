/** Everything that was taken in, newest first: from which file, with what result, and the way back. */
import { Button, Table } from "antd";
import { useQuery } from "@tanstack/react-query";
import { navigate } from "wouter/use-hash-location";
import type { ImportLine } from "#shared/imports/view.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { sizeText, useDates } from "../ui/dates.ts";
import { openList } from "../ui/list/state.ts";
import { importPlaces } from "./places.ts";
import { useImportSummary } from "./summary.ts";
import { useUndoImport } from "./useUndoImport.tsx";
import "./imports.css";

export const ImportsPage = () => {
  const { t } = useWords();
  const { moment } = useDates();
  const undo = useUndoImport();
  const summary = useImportSummary();
  const { data = [], isPending } = useQuery(query.imports.list.queryOptions());
  const nameOf = new Map(data.map((line) => [line.id, line.fileName]));

  const starts = (
    <span className="import-starts">
      <Button type="primary" onClick={() => navigate(importPlaces.tasks)}>
        {t("imports.title.tasks")}
      </Button>
      <Button onClick={() => navigate(importPlaces.issues)}>{t("imports.title.issues")}</Button>
    </span>
  );
  return (
    <div className="import-page">
      <header className="import-head">
        <h2>{t("imports.history")}</h2>
        {data.length > 0 ? starts : null}
      </header>
      <div className="import-body">
        <Table<ImportLine>
          size="small"
          rowKey="id"
          loading={isPending}
          dataSource={data}
          pagination={false}
          rowClassName={(line) => (line.undone ? "import-undone" : "")}
          locale={{
            emptyText: (
              <div className="import-empty">
                <p>{t("imports.list.empty")}</p>
                {starts}
              </div>
            ),
          }}
          columns={[
            { key: "at", title: t("imports.list.at"), width: 130, render: (_, line) => moment(line.at) },
            {
              key: "file",
              title: t("imports.list.file"),
              render: (_, line) => (
                <>
                  <div>{line.fileName}</div>
                  {line.revises === null ? null : (
                    <div className="quiet">
                      {t("imports.list.revises", { file: nameOf.get(line.revises) ?? line.revises })}
                    </div>
                  )}
                </>
              ),
            },
            {
              key: "capability",
              title: t("imports.list.capability"),
              width: 160,
              render: (_, line) => t(`imports.capability.${line.capability}`),
            },
            { key: "sheet", title: t("imports.list.sheet"), width: 110, dataIndex: "sheet" },
            { key: "year", title: t("imports.list.year"), width: 64, dataIndex: "year" },
            {
              key: "size",
              title: t("imports.list.size"),
              width: 84,
              align: "right",
              render: (_, line) => sizeText(line.size),
            },
            { key: "result", title: t("imports.list.result"), width: 340, render: (_, line) => summary(line) },
            {
              key: "acts",
              width: 130,
              render: (_, line) =>
                line.undone ? (
                  <span className="quiet">{t("imports.list.undone")}</span>
                ) : (
                  <span className="import-acts">
                    <Button size="small" onClick={() => openList(line.capability, [])}>
                      {t("imports.list.open")}
                    </Button>
                    <Button size="small" onClick={() => void undo(line)}>
                      {t("imports.list.undo")}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      </div>
    </div>
  );
};
