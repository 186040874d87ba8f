/** Stands once on each page from which urgings are issued or worked on; it shows whatever `openUrging` asked for. */
import { useStore } from "../ui/store.ts";
import { EditDialog } from "./EditDialog.tsx";
import { IssueDialog } from "./IssueDialog.tsx";
import { StepDialog } from "./StepDialog.tsx";
import { urgingTarget } from "./targets.ts";
import "./urgings.css";

export const UrgingDialogs = () => {
  const target = useStore(urgingTarget);
  if (target === undefined) return null;
  if (target.kind === "issue") return <IssueDialog key={target.task?.id ?? ""} target={target} />;
  if (target.kind === "edit") return <EditDialog key={target.urging.id} urging={target.urging} />;
  return <StepDialog key={`${target.step} ${target.ids.join(" ")}`} target={target} />;
};
