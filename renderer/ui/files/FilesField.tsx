/** Files of evidence to go with a step: picked or dropped, many at once; only their paths are held, core reads them. */
import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { DragEvent } from "react";
import { bridge } from "../../bridge.ts";
import { useWords } from "../../i18n.ts";
import "./files.css";

interface FilesFieldProps {
  /** Absolute paths. */
  readonly value: readonly string[];
  readonly onChange: (paths: readonly string[]) => void;
}

/** The name of a file at the end of its path, on either system. */
const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

export const FilesField = ({ value, onChange }: FilesFieldProps) => {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const add = (paths: readonly string[]): void =>
    onChange([...new Set([...value, ...paths.filter((path) => path !== "")])]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files].map((file) => bridge.pathOfDroppedFile(file)));
  };
  return (
    <div
      className={over ? "files-field over" : "files-field"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="files-field-ask">
        <span>{t("files.drop")}</span>
        <Button
          size="small"
          icon={<PaperClipOutlined aria-hidden="true" />}
          onClick={() => void bridge.pickFiles("evidence").then(add)}
        >
          {t("files.pick")}
        </Button>
      </div>
      {value.length === 0 ? (
        <div className="quiet">{t("files.hint")}</div>
      ) : (
        <ul className="files-field-list">
          {value.map((path) => (
            <li key={path} title={path}>
              <span className="files-field-name">{fileNameOf(path)}</span>
              <Button
                size="small"
                type="text"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={`${t("files.remove")} ${fileNameOf(path)}`}
                onClick={() => onChange(value.filter((other) => other !== path))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
