/**
 * Evidence of a round: each file with its size, pictures small beside it, opened with the system's own program or shown in
 * its folder. Pictures come by their hash through the program's own scheme; a file that is missing is said to be.
 */
import { FileOutlined, FolderOpenOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { evidenceUrl } from "#shared/contract/bridge.ts";
import type { IssueDetail } from "#shared/issues/view.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { sizeText, useDates } from "../ui/dates.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";

type File = IssueDetail["files"][number];

const isHere = ({ missing, wanted }: File): boolean => !missing && !wanted;

const isPicture = (file: File): boolean => isHere(file) && /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.mime);

/** The picture itself, or the sign of a file where it is none or cannot be decoded. */
const Thumbnail = ({ file }: { readonly file: File }) => {
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
      alt={t("issues.evidence.picture", { name: file.name })}
      loading="lazy"
      onError={() => setBroken(true)}
    />
  );
};

const EvidenceFile = ({ file }: { readonly file: File }) => {
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
    showToast({ text: t("issues.evidence.notShown") });
  };
  return (
    <li className="evidence-file">
      <button
        type="button"
        className="evidence-open"
        disabled={!isHere(file)}
        aria-label={t("issues.evidence.open", { name: file.name })}
        onClick={() => void open()}
      >
        <Thumbnail file={file} />
        <span className="evidence-words">
          <span className="evidence-name" title={file.name}>
            {file.name}
          </span>
          <span className="quiet figure">
            {sizeText(file.size)} · {day(file.on)}
          </span>
          {file.wanted ? <span className="quiet">{t("app.between.wanted")}</span> : null}
          {file.missing ? (
            <span className="evidence-missing" role="alert">
              {t("issues.evidence.missing")}
            </span>
          ) : null}
        </span>
      </button>
      {isHere(file) ? (
        <Button
          size="small"
          type="text"
          icon={<FolderOpenOutlined aria-hidden="true" />}
          aria-label={t("issues.evidence.reveal", { name: file.name })}
          title={t("app.action.reveal")}
          onClick={() => void reveal()}
        />
      ) : null}
    </li>
  );
};

export const EvidenceFiles = ({ files }: { readonly files: readonly File[] }) => {
  const { t } = useWords();
  if (files.length === 0) return <p className="quiet">{t("issues.detail.noFiles")}</p>;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <>
      <ul className="evidence-files">
        {files.map((file) => (
          <EvidenceFile key={`${file.hash} ${file.round}`} file={file} />
        ))}
      </ul>
      <p className="quiet figure">{t("issues.evidence.count", { count: files.length, size: sizeText(size) })}</p>
    </>
  );
};
