import type { ReactNode } from "react";

/** One column: what stands above it and what each row shows in it. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly narrow?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What is said instead of an empty table. */
  readonly empty: ReactNode;
  /** The heading above says the same; the caption is for screen readers alone. */
  readonly captionHidden?: boolean;
}

/** A table with a caption and column heads. The first cell of a row is its head. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  if (props.rows.length === 0) return <p className="soft">{props.empty}</p>;
  return (
    <div className="table-wrap" role="group" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption className={props.captionHidden === true ? "visually-hidden" : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.keyOf(row)}>{renderCells(props.columns, row)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderCells<Row>(columns: readonly Column<Row>[], row: Row): ReactNode[] {
  return columns.map((column, index) => {
    const className = column.narrow === true ? "nowrap" : undefined;
    return index === 0 ? (
      <th key={column.title} scope="row" className={className}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.title} className={className}>
        {column.cell(row)}
      </td>
    );
  });
}
