/** Campaigns that group tasks, and templates of lists: one page of two parts, each with its own address. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { navigate } from "wouter/use-hash-location";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useStore } from "../ui/store.ts";
import { CampaignDialog } from "./CampaignDialog.tsx";
import { CampaignsTable } from "./CampaignsTable.tsx";
import { StartDialog } from "./StartDialog.tsx";
import { campaignTarget, openCampaign } from "./target.ts";
import { TemplatesTable } from "./TemplatesTable.tsx";
import { WithdrawDialog } from "./WithdrawDialog.tsx";
import "./campaigns.css";

const parts = ["campaigns", "templates"] as const;
type Part = (typeof parts)[number];
const places: Readonly<Record<Part, string>> = { campaigns: "/campaigns", templates: "/campaigns/templates" };

const suggestions = ["pollution", "hotline", "appraisal"] as const;

/** Names that are usual, and not taken yet: plain suggestions. */
const Suggestions = ({ taken }: { readonly taken: ReadonlySet<string> }) => {
  const { t } = useWords();
  const free = suggestions.map((key) => t(`campaigns.suggestions.${key}`)).filter((name) => !taken.has(name));
  if (free.length === 0) return null;
  return (
    <div className="campaign-suggestions">
      <span className="quiet">{t("campaigns.emptyHint")}</span>
      {free.map((name) => (
        <Button key={name} size="small" onClick={() => openCampaign({ kind: "add", name })}>
          {name}
        </Button>
      ))}
    </div>
  );
};

const Campaigns = () => {
  const { t } = useWords();
  return (
    <Loaded result={useQuery(query.campaigns.list.queryOptions())}>
      {(rows) => (
        <>
          {rows.length === 0 ? <p className="campaign-none">{t("campaigns.empty")}</p> : <CampaignsTable rows={rows} />}
          <Suggestions taken={new Set(rows.filter(({ withdrawn }) => !withdrawn).map(({ name }) => name))} />
        </>
      )}
    </Loaded>
  );
};

const Templates = () => {
  const { t } = useWords();
  return (
    <Loaded result={useQuery(query.campaigns.templates.queryOptions())}>
      {(rows) =>
        rows.length === 0 ? (
          <div className="campaign-none">
            <p>{t("campaigns.templates.empty")}</p>
            <p className="quiet">{t("campaigns.templates.emptyHint")}</p>
            <Button type="primary" onClick={() => navigate("/tasks")}>
              {t("campaigns.templates.toTasks")}
            </Button>
          </div>
        ) : (
          <TemplatesTable rows={rows} />
        )
      }
    </Loaded>
  );
};

const Dialogs = () => {
  const target = useStore(campaignTarget);
  if (target === undefined) return null;
  if (target.kind === "start") return <StartDialog template={target.template} />;
  if (target.kind === "add" || target.kind === "edit") return <CampaignDialog target={target} />;
  return <WithdrawDialog target={target} />;
};

export const CampaignsPage = ({ part }: { readonly part: string }) => {
  const { t } = useWords();
  const here: Part = part === "templates" ? "templates" : "campaigns";
  return (
    <div className="campaigns-page">
      <header className="campaigns-head">
        <h2>{t("campaigns.title")}</h2>
        <nav className="campaigns-parts" aria-label={t("campaigns.title")}>
          {parts.map((key) => (
            <a key={key} href={`#${places[key]}`} aria-current={key === here ? "page" : undefined}>
              {t(`campaigns.parts.${key}`)}
            </a>
          ))}
        </nav>
        {here === "campaigns" ? (
          <Button size="small" type="primary" onClick={() => openCampaign({ kind: "add", name: "" })}>
            {t("campaigns.act.add")}
          </Button>
        ) : null}
      </header>
      <div className="campaigns-body">
        {here === "campaigns" ? <p className="quiet">{t("campaigns.intro")}</p> : null}
        {here === "campaigns" ? <Campaigns /> : <Templates />}
      </div>
      <Dialogs />
    </div>
  );
};
