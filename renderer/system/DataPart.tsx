/** The data itself: where it lies, a backup of all of it, and the proof that nothing of it is damaged. */
import { Button } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { verifySchema } from "#shared/contract/system.ts";
import { AppError } from "#shared/errors.ts";
import { bridge } from "../bridge.ts";
import { client, query, queryClient, useStatus } from "../client.ts";
import { errorWords } from "../errors.ts";
import { useWords } from "../i18n.ts";
import { sizeText, useDates } from "../ui/dates.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useWork } from "../ui/work.ts";
import { Setting } from "./Setting.tsx";

type Verified = z.infer<typeof verifySchema>;

const VerifyResult = ({ result, commits }: { readonly result: Verified; readonly commits: number }) => {
  const { t, language } = useWords();
  if (result.ok)
    return (
      <p className="notice notice-good" role="status">
        {t("system.settings.verifyOk", { commits })}
      </p>
    );
  return (
    <div className="notice" role="alert">
      {t("system.settings.verifyBad", { count: result.problems.length })}
      <ul>
        {result.problems.slice(0, 20).map((problem) => (
          <li key={JSON.stringify(problem)}>
            {errorWords(new AppError(problem.code, problem.params), language).message}
          </li>
        ))}
      </ul>
    </div>
  );
};

export const DataPart = () => {
  const { t } = useWords();
  const work = useWork();
  const tellError = useTellError();
  const { moment, today } = useDates();
  const status = useStatus().data;
  const [verified, setVerified] = useState<Verified>();
  const backup = async (): Promise<void> => {
    const path = await bridge.pickSavePath(`${t("app.name")} ${today}.zip`, "backup");
    if (path === undefined) return;
    try {
      const done = await work(t("system.settings.backupTitle"), (signal) => client.system.backup({ path }, { signal }));
      if (done === undefined) return;
      // A backup is no commit, so nobody else says that the status changed.
      await queryClient.invalidateQueries({ queryKey: query.system.status.key() });
      showToast({
        text: t("system.settings.backupDone", { file: fileNameOf(done.path), size: sizeText(done.bytes) }),
        action: { label: t("app.action.reveal"), run: () => void bridge.revealInFolder(done.path) },
      });
    } catch (error) {
      tellError(error);
    }
  };
  const verify = async (): Promise<void> => {
    setVerified(undefined);
    try {
      setVerified(
        await work(t("system.settings.verifyTitle"), (signal) => client.system.verify(undefined, { signal })),
      );
    } catch (error) {
      tellError(error);
    }
  };
  if (status === undefined) return null;
  return (
    <>
      <h2>{t("system.settings.data")}</h2>
      <Setting
        label={t("system.settings.backup")}
        hint={
          status.lastBackup === null
            ? t("system.settings.noBackup")
            : t("system.settings.lastBackup", { at: moment(status.lastBackup) })
        }
      >
        <Button type="primary" onClick={() => void backup()}>
          {t("system.settings.backupNow")}
        </Button>
        <div className="quiet">{t("system.settings.backupHint")}</div>
      </Setting>
      <Setting label={t("system.settings.verify")} hint={t("system.settings.verifyHint")}>
        <Button onClick={() => void verify()}>{t("system.settings.verifyNow")}</Button>
        {verified === undefined ? null : <VerifyResult result={verified} commits={status.commits} />}
      </Setting>
      <Setting label={t("system.settings.folder")} hint={<code>{status.dataFolder}</code>}>
        <Button onClick={() => void bridge.revealInFolder(status.dataFolder)}>{t("system.settings.openFolder")}</Button>
      </Setting>
    </>
  );
};
