/** A label beside whatever is asked for, with what is wrong with it: for dialogs that ask what no form field fits. */
import type { ReactNode } from "react";

interface FieldProps {
  /** Of the input; what is wrong stands under `<id>-wrong`. */
  readonly id: string;
  readonly label: string;
  readonly wrong?: string | undefined;
  /** Several inputs share the label. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

export const Field = ({ id, label, wrong, group = false, children }: FieldProps) => (
  <div className="field" role={group ? "group" : undefined} aria-labelledby={group ? `${id}-label` : undefined}>
    <label id={`${id}-label`} htmlFor={group ? undefined : id}>
      {label}
    </label>
    <div className="field-input">
      {children}
      {wrong === undefined ? null : (
        <div id={`${id}-wrong`} className="field-wrong" role="alert">
          {wrong}
        </div>
      )}
    </div>
  </div>
);
