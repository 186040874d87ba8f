/** The letters that take a step of the open task (P: progress …), and Shift+P: nothing to report, at one key. */
import { useEffect } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { offeredSteps, stepByLetter } from "./step-forms.ts";
import { openStep } from "./step-target.ts";

export const useStepKeys = (task: TaskDetail, onNothing: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTyping(event.target) || isCovered()) return;
      const offered = offeredSteps(task);
      const step = stepByLetter(event.key, offered);
      if (step === undefined) return;
      event.preventDefault();
      if (step === "progress" && event.shiftKey) onNothing();
      else openStep({ step, ids: [task.id], detail: task });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [task, onNothing]);
};
