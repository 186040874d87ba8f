/** Before anything pasted is written: every cell as it is and as it would be, what cannot be taken in red with the reason. */
import { Checkbox, Modal } from "antd";
import { useEffect, useState } from "react";
import type { PastePreview } from "#shared/list/paste.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { useLatest } from "../latest.ts";
import { chosenRows, countsOf } from "./pasting.ts";
import type { PasteControl, Pasting } from "./usePaste.ts";

type Cell = PastePreview["rows"][number]["cells"][number];

/** As many lines as are looked through; those with a problem are shown whatever their number. */
const mostShown = 200;

const PastedCell = ({ cell, isNew }: { readonly cell: Cell | undefined; readonly isNew: boolean }) => {
  const { t } = useWords();
  const word = useLooseWord();
  if (cell === undefined) return <td />;
  const { before, after, problem } = cell;
  const shown = (text: string): string => (text === "" ? t("paste.blank") : text);
  if (problem !== null)
    return (
      <td className="paste-refused">
        <div>{shown(after)}</div>
        <div className="paste-why" role="alert">
          {word(`errors.${problem.code}.message`, problem.params)}
        </div>
      </td>
    );
  if (isNew) return <td className="paste-changed">{after}</td>;
  if (before === after) return <td className="quiet">{after === "" ? "" : after}</td>;
  return (
    <td className="paste-changed">
      {before === "" ? null : <del className="quiet">{before}</del>} <ins>{shown(after)}</ins>
    </td>
  );
};

const Lines = ({ capability, pasting, add }: { capability: string; pasting: Pasting; add: boolean }) => {
  const { t } = useWords();
  const word = useLooseWord();
  const { preview, plan, titles } = pasting;
  const rows = preview.rows.filter(({ id, cells }) => (id !== null || add) && cells.length > 0);
  const shown = rows.filter(({ cells }, place) => place < mostShown || cells.some(({ problem }) => problem !== null));
  return (
    <>
      <div className="paste-scroll" tabIndex={0} role="region" aria-label={t("paste.title")}>
        <table className="paste-table">
          <thead>
            <tr>
              <th>{t("paste.row")}</th>
              <th>{t("paste.record")}</th>
              {plan.fields.map((field) => (
                <th key={field}>{word(`${capability}.fields.${field}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, id, cells }) => (
              <tr key={row}>
                <td className="figure quiet">{row}</td>
                <td className="paste-record" title={titles.get(row)}>
                  {id === null ? <strong>{t("paste.newRecord")}</strong> : titles.get(row)}
                </td>
                {plan.fields.map((field) => (
                  <PastedCell key={field} cell={cells.find((cell) => cell.field === field)} isNew={id === null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length ? (
        <p className="quiet">{t("paste.more", { count: rows.length - shown.length })}</p>
      ) : null}
    </>
  );
};

interface PasteDialogProps {
  readonly capability: string;
  readonly pasting: Pasting;
  readonly control: Pick<PasteControl, "apply" | "close">;
  /** The list goes on by keys where it was. */
  readonly onClosed: () => void;
}

export const PasteDialog = ({ capability, pasting, control, onClosed }: PasteDialogProps) => {
  const { t, language } = useWords();
  const word = useLooseWord();
  const { kind, plan, preview } = pasting;
  const surplus = plan.rows.filter(({ id }) => id === null).length;
  const canAdd = surplus > 0 && plan.fields.includes("title");
  const [add, setAdd] = useState(canAdd);
  const [leaveOut, setLeaveOut] = useState(false);
  const [busy, setBusy] = useState(false);
  const closed = useLatest(onClosed);
  useEffect(() => {
    const back = closed;
    return () => void setTimeout(() => back.current());
  }, [closed]);
  const choice = { add, leaveOut };
  const { changed, added, refused } = countsOf(preview, choice);
  const all = countsOf(preview, { add, leaveOut: false }).refused;
  const isReady = refused === 0 && changed + added > 0;
  const submit = async (): Promise<void> => {
    if (!isReady || busy) return;
    setBusy(true);
    await control.apply(chosenRows(plan.rows, preview, choice));
    setBusy(false);
  };
  const passed = plan.passed
    .map((field) => word(`${capability}.fields.${field}`))
    .join(language === "en" ? ", " : "、");
  return (
    <Modal
      open
      centered
      width={1080}
      title={kind === "fill" ? t("paste.titleFill") : t("paste.title")}
      okText={kind === "fill" ? t("paste.okFill") : t("paste.ok")}
      cancelText={t("app.action.cancel")}
      okButtonProps={{ disabled: !isReady, loading: busy, autoFocus: true }}
      onOk={() => void submit()}
      // Without the cross the button has the focus, or the question that keeps it back; Esc and cancel close it.
      closable={false}
      onCancel={control.close}
    >
      <div className="paste">
        <div className="paste-counts">
          {changed === 0 ? null : <strong>{t("paste.changes", { count: changed })}</strong>}
          {added === 0 ? null : <strong>{t("paste.adds", { count: added })}</strong>}
          {all === 0 ? null : <span className="paste-why">{t("paste.refused", { count: all })}</span>}
          {changed + added + all === 0 ? <span className="quiet">{t("paste.nothing")}</span> : null}
        </div>
        {all === 0 ? null : (
          <Checkbox autoFocus checked={leaveOut} onChange={(event) => setLeaveOut(event.target.checked)}>
            {t("paste.leaveOut")}
          </Checkbox>
        )}
        {canAdd ? (
          <Checkbox checked={add} onChange={(event) => setAdd(event.target.checked)}>
            {t("paste.surplus", { count: surplus })}
          </Checkbox>
        ) : null}
        {surplus > 0 && !canAdd ? (
          <div className="amber-line">{t("paste.surplusDropped", { count: surplus })}</div>
        ) : null}
        {passed === "" ? null : <div className="quiet">{t("paste.passed", { fields: passed })}</div>}
        {plan.beyond === 0 ? null : <div className="amber-line">{t("paste.beyond", { count: plan.beyond })}</div>}
        <Lines capability={capability} pasting={pasting} add={add} />
      </div>
    </Modal>
  );
};
