/** Whether a commit is this office's, so that it can be undone here; what another office wrote it undoes itself. */
import { useCallback } from "react";
import { useStatus } from "../client.ts";

export const useIsOwn = (): ((office: string) => boolean) => {
  const here = useStatus().data?.office?.unit;
  return useCallback((office) => office === "" || office === here, [here]);
};
