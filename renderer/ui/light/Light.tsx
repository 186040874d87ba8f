/** A signal light: always a shape, a colour and a word, because colour alone tells some people nothing ('signal lights'). */
import { Tooltip } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Light as LightValue } from "#shared/tasks/fields.ts";
import { useLooseWord } from "../../i18n.ts";

const shapes: Readonly<Record<LightValue, ReactNode>> = {
  overdue: <path d="M6 0.8 11.6 11H0.4Z" fill="currentColor" />,
  soon: <path d="M6 0.3 11.7 6 6 11.7 0.3 6Z" fill="currentColor" />,
  behind: (
    <>
      <path d="M6 1.3 10.7 6 6 10.7 1.3 6Z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1.3V10.7L1.3 6Z" fill="currentColor" />
    </>
  ),
  "on-track": <circle cx="6" cy="6" r="5" fill="currentColor" />,
  done: <path d="M1.2 6.4 4.6 9.8 10.9 2.4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  none: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.4" />,
};

const isLight = (value: string): value is LightValue => Object.hasOwn(shapes, value);

/** The mark with its word. */
export const Light = ({
  capability,
  value,
}: {
  readonly capability: "tasks" | "issues" | "urgings";
  readonly value: string;
}) => {
  const word = useLooseWord();
  return (
    <span className="light" data-light={value}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {shapes[isLight(value) ? value : "none"]}
      </svg>
      <span>{word(`${capability}.light.${value}`)}</span>
    </span>
  );
};

/** Shows why when the pointer rests on it; the reason is asked for only then. */
export const Why = ({ why, children }: { readonly why: () => Promise<string>; readonly children: ReactNode }) => {
  const [near, setNear] = useState(false);
  const [reason, setReason] = useState<string>();
  const approach = (): void => {
    setNear(true);
    why().then(setReason, () => setReason(undefined));
  };
  const box = (
    <span className="why" onMouseEnter={approach} onMouseLeave={() => setNear(false)}>
      {children}
    </span>
  );
  return near && reason !== undefined && reason !== "" ? (
    <Tooltip open title={reason} placement="rightTop">
      {box}
    </Tooltip>
  ) : (
    box
  );
};
