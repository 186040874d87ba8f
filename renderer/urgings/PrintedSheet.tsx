/** The sheet of one urging on paper, drawn only while it is printed; it says what the Word file says. */
import { useEffect } from "react";
import { createPortal } from "react-dom";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { useWords } from "../i18n.ts";

const printedDay = (iso: string): { year: number; month: number; day: number; iso: string } => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day, iso };
};

export const PrintedSheet = ({ urging, onDone }: { readonly urging: UrgingDetail; readonly onDone: () => void }) => {
  const { t } = useWords();
  useEffect(() => {
    const timer = setTimeout(() => {
      window.print();
      onDone();
    }, 50);
    return () => clearTimeout(timer);
  }, [onDone]);
  const { taskNo, title } = urging;
  const rows = [
    ["unit", urging.unit],
    ...(title === ""
      ? []
      : [["matter", taskNo === "" ? title : t("urgings.sheet.matterOf", { no: taskNo, title })] as const]),
    ["text", urging.text],
    ["limit", urging.limit.text],
  ] as const;
  return createPortal(
    <div className="printed urging-sheet">
      <h1>{t("urgings.sheet.title")}</h1>
      <p className="urging-sheet-number">
        {t("urgings.sheet.number", { number: t("documents.bracketed", { year: urging.year, no: urging.no }) })}
      </p>
      <table>
        <tbody>
          {rows.map(([key, value]) => (
            <tr key={key} data-row={key}>
              <th scope="row">{t(`urgings.sheet.${key}`)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="urging-sheet-signature">
        {urging.signedBy}
        <br />
        {t("exports.date", printedDay(urging.issuedOn))}
      </p>
      <p className="urging-sheet-cut">{t("urgings.sheet.cut")}</p>
      <table>
        <tbody>
          <tr data-row="reply">
            <th scope="row">{t("urgings.sheet.reply")}</th>
            <td>{urging.answer}</td>
          </tr>
          <tr>
            <th scope="row">{t("urgings.sheet.signed")}</th>
            <td />
          </tr>
        </tbody>
      </table>
    </div>,
    document.body,
  );
};
