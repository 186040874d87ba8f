/**
 * The letters that take a step of the open task (P: progress …), Shift+P: nothing to report, at one key, and those of what
 * is no step: K breaks it down, U copies the text of an urging.
 */
import { useEffect } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useLatest } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { offeredSteps, stepByLetter } from "./step-forms.ts";
import { openStep } from "./step-target.ts";

export const letters = { break: "K", urge: "U" } as const;

interface OtherKeys {
  readonly onNothing: () => void;
  /** Absent: not offered here. */
  readonly onBreak: (() => void) | undefined;
  readonly onUrge: () => void;
}

export const useStepKeys = (task: TaskDetail, keys: OtherKeys): void => {
  const latest = useLatest({ task, keys });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTyping(event.target) || isCovered()) return;
      const { task: open, keys: others } = latest.current;
      const step = stepByLetter(event.key, offeredSteps(open));
      const letter = event.key.toUpperCase();
      const other = letter === letters.break ? others.onBreak : letter === letters.urge ? others.onUrge : undefined;
      if (step === undefined && other === undefined) return;
      event.preventDefault();
      if (other !== undefined) other();
      else if (step === "progress" && event.shiftKey) others.onNothing();
      else if (step !== undefined) openStep({ step, ids: [open.id], detail: open });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [latest]);
};
