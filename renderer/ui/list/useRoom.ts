/** How wide an element is, kept up to date. */
import { useEffect, useState } from "react";
import type { RefObject } from "react";

export const useRoom = (box: RefObject<HTMLElement | null>): number => {
  const [room, setRoom] = useState(1000);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => setRoom(element.clientWidth));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box]);
  return room;
};
