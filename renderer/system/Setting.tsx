/** One line of the settings: what it is called, the control, and a quiet word on what it does. */
import type { ReactNode } from "react";

interface SettingProps {
  readonly label: string;
  readonly id?: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

export const Setting = ({ label, id, hint, children }: SettingProps) => (
  <div className="setting">
    {id === undefined ? (
      <span className="setting-label">{label}</span>
    ) : (
      <label htmlFor={id} className="setting-label">
        {label}
      </label>
    )}
    <div>
      <div className="setting-control">{children}</div>
      {hint === undefined ? null : <div className="quiet">{hint}</div>}
    </div>
  </div>
);
