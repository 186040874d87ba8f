/** Where no header was recognised in any sheet: the person says in which sheet and rows it stands, and the file is read so. */
import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import type { StageOptions } from "#shared/imports/view.ts";
import { codeOf } from "../errors.ts";
import { useWords } from "../i18n.ts";

/** The workbook's sheets as the refusal names them; undefined when it is another refusal. */
export const sheetsOf = (error: unknown): readonly string[] | undefined => {
  const { code, params } = codeOf(error);
  return code === "no-table" ? String(params["sheets"] ?? "").split("、") : undefined;
};

interface Props {
  readonly sheets: readonly string[];
  readonly onRead: (options: StageOptions) => void;
}

export const HeaderByHand = ({ sheets, onRead }: Props) => {
  const { t } = useWords();
  const [sheet, setSheet] = useState(sheets[0] ?? "");
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(1);
  return (
    <form
      className="import-by-hand"
      onSubmit={(event) => {
        event.preventDefault();
        onRead({ sheet, headerRows: { from, to: Math.max(from, to) } });
      }}
    >
      <span>{t("imports.file.byHand")}</span>
      <Select
        value={sheet}
        options={sheets.map((name) => ({ value: name, label: name }))}
        style={{ minWidth: 140 }}
        popupMatchSelectWidth={false}
        aria-label={t("imports.table.sheet")}
        onChange={setSheet}
      />
      <label className="import-field">
        <span>{t("imports.file.headerFrom")}</span>
        <InputNumber min={1} precision={0} value={from} style={{ width: 72 }} onChange={(row) => setFrom(row ?? 1)} />
      </label>
      <label className="import-field">
        <span>{t("imports.file.headerTo")}</span>
        <InputNumber
          min={from}
          precision={0}
          value={Math.max(from, to)}
          style={{ width: 72 }}
          onChange={(row) => setTo(row ?? from)}
        />
      </label>
      <Button htmlType="submit">{t("imports.file.readSo")}</Button>
    </form>
  );
};
