/** The pages of the program by their address; a capability's page is one line here. */
import type { ReactNode } from "react";
import { BoardPage } from "../board/BoardPage.tsx";
import { DispatchPage } from "../dispatch/DispatchPage.tsx";
import { CampaignsPage } from "../campaigns/CampaignsPage.tsx";
import { ExchangePage } from "../exchange/ExchangePage.tsx";
import { FormsPage } from "../forms/FormsPage.tsx";
import { ImportPage } from "../imports/ImportPage.tsx";
import { ImportsPage } from "../imports/ImportsPage.tsx";
import { IssuesPage } from "../issues/IssuesPage.tsx";
import { SettingsPage } from "../system/SettingsPage.tsx";
import { TasksPage } from "../tasks/TasksPage.tsx";
import { UrgingsPage } from "../urgings/UrgingsPage.tsx";
import { Workbench } from "./Workbench.tsx";

/** The page of an address; the workbench for one that leads nowhere. */
export const pageOf = (location: string): ReactNode => {
  const [, first, second, third] = location.split("/");
  if (first === "tasks" && second === "board") return <BoardPage />;
  if (first === "tasks") return second === "import" ? <ImportPage capability="tasks" /> : <TasksPage />;
  if (first === "issues") return second === "import" ? <ImportPage capability="issues" /> : <IssuesPage />;
  if (first === "urgings") return <UrgingsPage />;
  if (first === "dispatch") return <DispatchPage id={second} at={third} />;
  if (first === "campaigns") return <CampaignsPage part={second ?? ""} />;
  if (first === "forms") return <FormsPage />;
  if (first === "imports") return <ImportsPage />;
  if (first === "exchange") return <ExchangePage part={second ?? ""} id={third} />;
  if (first === "settings") return <SettingsPage part={second ?? ""} />;
  return <Workbench />;
};

export const navItems = [
  { key: "workbench", path: "/" },
  { key: "tasks", path: "/tasks" },
  { key: "dispatch", path: "/dispatch" },
  { key: "issues", path: "/issues" },
  { key: "exchange", path: "/exchange" },
  { key: "settings", path: "/settings" },
] as const;
export type NavKey = (typeof navItems)[number]["key"];

/** Pages that are reached from the tasks. */
const underTasks: ReadonlySet<string> = new Set(["imports", "forms", "campaigns", "urgings"]);

/** Which item of the navigation an address belongs to. */
export const navKeyOf = (location: string): NavKey => {
  const first = location.split("/")[1];
  return navItems.find(({ key }) => key === first)?.key ?? (underTasks.has(first ?? "") ? "tasks" : "workbench");
};
