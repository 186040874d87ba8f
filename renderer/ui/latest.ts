/** The newest value of each drawing, for handlers whose own identity has to last. */
import { useCallback, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

export const useLatest = <Value>(value: Value): RefObject<Value> => {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
};

/** A handler that keeps its identity and always does what the newest drawing says. */
export const useHandler = <Args extends readonly unknown[], Answer>(
  handler: (...args: Args) => Answer,
): ((...args: Args) => Answer) => {
  const latest = useLatest(handler);
  return useCallback((...args) => latest.current(...args), [latest]);
};
