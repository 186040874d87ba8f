/** After writing out: which files, how large, for whom; and that the stick is to be ejected now (EX27). */
import { Button } from "antd";
import { bridge } from "../bridge.ts";
import { useWords } from "../i18n.ts";
import { numberText, sizeText } from "../ui/dates.ts";
import { fileNameOf } from "../ui/list/useExport.ts";

export interface WrittenFile {
  readonly to: string;
  readonly path: string;
  readonly entries: number;
  /** 0: one of several whose size is counted with the first. */
  readonly bytes: number;
}

interface WrittenFilesProps {
  readonly files: readonly WrittenFile[];
  /** Names of offices by peer. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly onDone: () => void;
}

export const WrittenFiles = ({ files, nameOf, onDone }: WrittenFilesProps) => {
  const { t, language } = useWords();
  const [first] = files;
  if (first === undefined)
    return (
      <p className="notice" role="status">
        {t("exchange.outbox.writtenNone")}{" "}
        <Button size="small" type="link" onClick={onDone}>
          {t("exchange.outbox.done")}
        </Button>
      </p>
    );
  return (
    <div className="notice notice-good exchange-written" role="status">
      <div className="exchange-written-head">
        <strong>{t("exchange.outbox.written", { count: files.length })}</strong>
        <Button size="small" onClick={() => void bridge.revealInFolder(first.path)}>
          {t("app.action.reveal")}
        </Button>
        <Button size="small" type="primary" autoFocus onClick={onDone}>
          {t("exchange.outbox.done")}
        </Button>
      </div>
      <table className="exchange-files">
        <thead>
          <tr>
            <th scope="col">{t("exchange.outbox.to")}</th>
            <th scope="col">{t("exchange.outbox.file")}</th>
            <th scope="col">{t("exchange.outbox.size")}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ to, path, entries, bytes }) => (
            <tr key={path}>
              <td>{nameOf.get(to) ?? to}</td>
              <td>
                {fileNameOf(path)}{" "}
                {entries === 0 ? null : (
                  <span className="quiet">
                    {t("exchange.outbox.entries", { number: numberText(entries, language) })}
                  </span>
                )}
              </td>
              <td className="figure">{bytes === 0 ? "" : sizeText(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="exchange-eject">{t("exchange.outbox.eject")}</p>
    </div>
  );
};
