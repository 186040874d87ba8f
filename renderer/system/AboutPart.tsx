/** What runs here: the program, what carries it, and the facts that whoever maintains it asks for first. */
import { useQuery } from "@tanstack/react-query";
import { bridge } from "../bridge.ts";
import { useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Facts } from "../ui/detail/Detail.tsx";

export const AboutPart = () => {
  const { t } = useWords();
  const status = useStatus().data;
  const versions = useQuery({ queryKey: [["versions"]], queryFn: () => bridge.versions() }).data;
  if (status === undefined || versions === undefined) return null;
  const { electron, chromium, node } = versions;
  return (
    <>
      <h2>{t("app.name")}</h2>
      <Facts
        facts={[
          { key: "version", label: t("system.settings.version"), value: versions.program },
          {
            key: "runtime",
            label: t("system.settings.electron"),
            value: t("shell.about.runtime", { electron, chromium, node }),
          },
          { key: "standIn", label: "", value: versions.standIn ? t("shell.about.standIn") : "" },
          { key: "schema", label: t("system.settings.schema"), value: status.schema },
          {
            key: "commits",
            label: t("system.settings.commits"),
            value: t("system.settings.commitsCount", { count: status.commits }),
          },
          { key: "device", label: t("system.settings.device"), value: <code>{status.device}</code> },
          { key: "epoch", label: t("system.settings.epoch"), value: <code>{status.epoch}</code> },
          { key: "folder", label: t("system.settings.folder"), value: <code>{status.dataFolder}</code> },
        ]}
      />
      <p className="quiet about-foot">{t("system.settings.license")}</p>
      <p className="quiet">{t("system.settings.offline")}</p>
    </>
  );
};
