/** The letters that open a step's dialog for the open issue (H: hand over, P: progress …), while nobody is typing. */
import { useEffect } from "react";
import type { IssueDetail } from "#shared/issues/view.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { stepByLetter } from "./step-forms.ts";
import { openStep, targetOf } from "./step-target.ts";

export const useStepKeys = (issue: IssueDetail): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTyping(event.target) || isCovered()) return;
      const step = stepByLetter(event.key, issue.allowed);
      if (step === undefined) return;
      event.preventDefault();
      openStep(targetOf(step, issue));
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [issue]);
};
