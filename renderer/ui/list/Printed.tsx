/** The list as a sheet of paper: the same rows and columns as on the screen, drawn only while it is printed. */
import { useEffect } from "react";
import { createPortal } from "react-dom";
import type { Field } from "#shared/list/query.ts";
import { useLooseWord } from "../../i18n.ts";
import type { CellWords } from "./cells.tsx";
import type { ListRow } from "./types.ts";

interface PrintedProps<Row extends ListRow> {
  readonly capability: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly rows: readonly Row[];
  readonly cells: CellWords<Row>;
  readonly onDone: () => void;
}

/** A print of more rows than this is better made from the Excel export. */
export const mostPrinted = 3000;

export const Printed = <Row extends ListRow>(props: PrintedProps<Row>) => {
  const word = useLooseWord();
  const { onDone } = props;
  useEffect(() => {
    const timer = setTimeout(() => {
      window.print();
      onDone();
    }, 50);
    return () => clearTimeout(timer);
  }, [onDone]);
  return createPortal(
    <div className="printed">
      <h1>{props.title}</h1>
      <table>
        <thead>
          <tr>
            {props.fields.map((field) => (
              <th key={field.key}>{word(`${props.capability}.fields.${field.key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              {props.fields.map((field) => (
                <td key={field.key}>{props.cells.text(field, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
};
