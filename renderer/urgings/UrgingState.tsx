/** The state of an urging as a quiet chip; the word is there, the shade only helps. */
import type { UrgingState as State } from "#shared/urgings/record.ts";
import { useWords } from "../i18n.ts";

export const UrgingState = ({ state }: { readonly state: State }) => {
  const { t } = useWords();
  return (
    <span className="urging-state" data-state={state}>
      {t(`urgings.state.${state}`)}
    </span>
  );
};
