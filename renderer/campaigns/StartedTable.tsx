/** The tasks that a template would make, each to be kept or left out. Only what is in view is drawn: a list may have thousands. */
import { Table } from "antd";
import type { Key } from "react";
import type { StartedTask } from "#shared/campaigns/start-template.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";

interface StartedTableProps {
  readonly tasks: readonly StartedTask[];
  /** The year that it is started for. */
  readonly year: number;
  /** Places of those that are left out. */
  readonly out: ReadonlySet<number>;
  readonly onOut: (out: ReadonlySet<number>) => void;
}

export const StartedTable = ({ tasks, year, out, onOut }: StartedTableProps) => {
  const { t } = useWords();
  const { day } = useDates();
  /** Those that are not shown now stay as they were. */
  const choose = (keys: readonly Key[]): void => {
    const kept = new Set(keys);
    const shown = new Set(tasks.map(({ at }) => at));
    onOut(new Set([...[...out].filter((at) => !shown.has(at)), ...[...shown].filter((at) => !kept.has(at))]));
  };
  const period = (text: string, due: string | undefined) => (
    <>
      <div>{text}</div>
      {due === undefined ? null : <div className="quiet figure">{day(due)}</div>}
    </>
  );
  return (
    <Table<StartedTask>
      size="small"
      className="start-table"
      rowKey="at"
      virtual
      scroll={{ y: 340, x: 940 }}
      pagination={false}
      dataSource={[...tasks]}
      rowClassName={({ at }) => (out.has(at) ? "start-out" : "")}
      rowSelection={{
        columnWidth: 40,
        selectedRowKeys: tasks.flatMap(({ at }) => (out.has(at) ? [] : [at])),
        onChange: choose,
        getCheckboxProps: ({ title }) => ({ "aria-label": t("campaigns.start.keep", { title }) }),
      }}
      columns={[
        { key: "no", title: t("tasks.fields.no"), width: 64, dataIndex: "no" },
        {
          key: "title",
          title: t("tasks.fields.title"),
          render: (_, { title, depth, remarks }) => (
            <div style={{ paddingInlineStart: depth * 16 }}>
              <div className="start-title" title={title}>
                {title}
              </div>
              {remarks.map((remark) => (
                <div key={remark} className="start-remark">
                  {t(`campaigns.remarks.${remark}`)}
                </div>
              ))}
            </div>
          ),
        },
        {
          key: "before",
          title: t("campaigns.start.before"),
          width: 210,
          render: (_, { before }) => period(before.text, before.due),
        },
        {
          key: "after",
          title: t("campaigns.start.after", { year }),
          width: 210,
          render: (_, { after }) => period(after.text, after.due),
        },
      ]}
    />
  );
};
