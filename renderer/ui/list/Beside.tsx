/** What opens beside the list, a record or a form, as wide as the clerk drew it. */
import { useRef } from "react";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import { readNumber, usePreference } from "../../preferences.ts";

const usualWidth = 460;
const leastWidth = 340;
/** The list keeps at least this much. */
const listKeeps = 420;
const keyStep = 32;

export const Beside = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useWords();
  const [width, setWidth] = usePreference("detail.width", readNumber, usualWidth);
  const box = useRef<HTMLElement>(null);
  const from = useRef<{ x: number; width: number }>(undefined);
  const resize = (next: number): void => {
    const room = box.current?.parentElement?.clientWidth ?? window.innerWidth;
    setWidth(Math.round(Math.max(leastWidth, Math.min(next, room - listKeeps))));
  };
  return (
    <section ref={box} className="beside" style={{ width }} aria-label={t("app.list.detailLabel")}>
      <div
        className="beside-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={t("app.list.resizeDetail")}
        aria-valuenow={width}
        aria-valuemin={leastWidth}
        aria-valuemax={2000}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") resize(width + keyStep);
          if (event.key === "ArrowRight") resize(width - keyStep);
        }}
        onPointerDown={(event) => {
          from.current = { x: event.clientX, width };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (from.current !== undefined) resize(from.current.width + from.current.x - event.clientX);
        }}
        onPointerUp={() => {
          from.current = undefined;
        }}
      />
      <div className="beside-body">{children}</div>
    </section>
  );
};
