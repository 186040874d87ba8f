/** The figures on top of a meeting; by unit at one press, to be read out. */
import { Button, Modal } from "antd";
import { useState } from "react";
import type { DispatchDetail } from "#shared/dispatch/view.ts";
import { useWords } from "../i18n.ts";

const shown = ["tasks", "due", "done", "inTime", "reported", "late", "unheard"] as const;

export const Figures = ({ meeting }: { readonly meeting: DispatchDetail }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <div className="figures">
      <dl>
        {shown.map((key) => (
          <div key={key} data-figure={key}>
            <dd className="figure">{meeting.figures[key]}</dd>
            <dt>{t(`dispatch.figure.${key}`)}</dt>
          </div>
        ))}
      </dl>
      {meeting.byUnit.length === 0 ? null : <Button onClick={() => setOpen(true)}>{t("dispatch.byUnit")}</Button>}
      <Modal
        open={open}
        centered
        width={760}
        title={t("dispatch.byUnit")}
        footer={null}
        onCancel={() => setOpen(false)}
      >
        <div className="by-unit">
          <table className="meeting-table">
            <thead>
              <tr>
                <th scope="col">{t("dispatch.item.unit")}</th>
                {shown.map((key) => (
                  <th key={key} scope="col" className="meeting-count">
                    {t(`dispatch.figure.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {meeting.byUnit.map((row) => (
                <tr key={row.unit}>
                  <td>{row.unitName}</td>
                  {shown.map((key) => (
                    <td key={key} className="figure meeting-count">
                      {row[key] === 0 ? <span className="quiet">–</span> : row[key]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Modal>
    </div>
  );
};
