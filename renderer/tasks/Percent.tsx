/** How far a task has come: a quiet bar with its figure, so that the column can be read at a glance and compared. */
export const Percent = ({ value }: { readonly value: number | null }) =>
  value === null ? null : (
    <span className="task-percent">
      <span className="task-percent-bar" aria-hidden>
        <span style={{ width: `${value}%` }} />
      </span>
      <span className="figure">{value}%</span>
    </span>
  );
