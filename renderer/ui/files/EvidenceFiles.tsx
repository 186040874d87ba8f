/**
 * Evidence of a step or a round: each file with its size, pictures small beside it, opened with the system's own program
 * or shown in its folder. Pictures come by their hash through the program's own scheme; a file that is missing is said to be.
 */
import { FileOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { evidenceUrl } from "#shared/contract/bridge.ts";
import type { Attachment } from "#shared/store/attachment.ts";
import { bridge } from "../../bridge.ts";
import { client } from "../../client.ts";
import { useWords } from "../../i18n.ts";
import { sizeText, useDates } from "../dates.ts";
import { useTellError } from "../toast/act.ts";
import { showToast } from "../toast/toasts.ts";
import "./files.css";

/** A file, and what is known of where it is: missing from the data folder, or on its way from another office. */
export interface EvidenceFile extends Attachment {
  readonly on?: string;
  readonly missing?: boolean;
  readonly wanted?: boolean;
}

const isHere = ({ missing, wanted }: EvidenceFile): boolean => missing !== true && wanted !== true;

const isPicture = (file: EvidenceFile): boolean => isHere(file) && /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.mime);

/** The picture itself, or the sign of a file where it is none or cannot be decoded. */
const Thumbnail = ({ file }: { readonly file: EvidenceFile }) => {
  const { t } = useWords();
  const [broken, setBroken] = useState(false);
  if (broken || !isPicture(file))
    return (
      <span className="evidence-sign" aria-hidden="true">
        <FileOutlined />
      </span>
    );
  return (
    <img
      className="evidence-picture"
      src={evidenceUrl(file.hash)}
      alt={t("files.picture", { name: file.name })}
      loading="lazy"
      onError={() => setBroken(true)}
    />
  );
};

const FileLine = ({ file }: { readonly file: EvidenceFile }) => {
  const { t } = useWords();
  const { day } = useDates();
  const tellError = useTellError();
  const reveal = async (): Promise<void> => {
    try {
      await bridge.revealInFolder((await client.issues.evidencePath({ hash: file.hash })).path);
    } catch (error) {
      tellError(error);
    }
  };
  const open = async (): Promise<void> => {
    if (await bridge.openEvidence(file.hash)) return;
    await reveal();
    showToast({ text: t("files.notShown") });
  };
  return (
    <li className="evidence-file">
      <button
        type="button"
        className="evidence-open"
        disabled={!isHere(file)}
        aria-label={t("files.open", { name: file.name })}
        onClick={() => void open()}
      >
        <Thumbnail file={file} />
        <span className="evidence-words">
          <span className="evidence-name" title={file.name}>
            {file.name}
          </span>
          <span className="quiet figure">
            {file.on === undefined ? sizeText(file.size) : `${sizeText(file.size)} · ${day(file.on)}`}
          </span>
          {file.wanted === true ? <span className="quiet">{t("app.between.wanted")}</span> : null}
          {file.missing === true ? (
            <span className="evidence-missing" role="alert">
              {t("files.missing")}
            </span>
          ) : null}
        </span>
      </button>
      {isHere(file) ? (
        <Button
          size="small"
          type="text"
          icon={<FolderOpenOutlined aria-hidden="true" />}
          aria-label={t("files.reveal", { name: file.name })}
          title={t("app.action.reveal")}
          onClick={() => void reveal()}
        />
      ) : null}
    </li>
  );
};

export const EvidenceFiles = ({
  files,
  counted = true,
}: {
  readonly files: readonly EvidenceFile[];
  readonly counted?: boolean;
}) => {
  const { t } = useWords();
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <>
      <ul className="evidence-files">
        {files.map((file) => (
          <FileLine key={`${file.hash} ${file.name}`} file={file} />
        ))}
      </ul>
      {counted ? (
        <p className="quiet figure">{t("files.count", { count: files.length, size: sizeText(size) })}</p>
      ) : null}
    </>
  );
};
