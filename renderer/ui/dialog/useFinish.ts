/** The end of a dialog: done once however often it is pressed, told of with an Undo, and left open where it was refused. */
import { useState } from "react";
import { useAct } from "../toast/act.ts";

export const useFinish = (close: () => void) => {
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const finish = async <Answer>(
    run: () => Promise<Answer>,
    said: string | ((answer: Answer) => string),
  ): Promise<Answer | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    const answer = await act(run, said);
    setBusy(false);
    if (answer !== undefined) close();
    return answer;
  };
  return { busy, finish };
};
