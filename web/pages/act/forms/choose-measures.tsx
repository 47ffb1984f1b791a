import type { MeasureRow } from "../../../../domain/measures/catalog.ts";
import type { ActForm, ActSubject } from "../act-form.ts";
import { findAllowedRows, MeasureFields, readMeasures, startMeasures } from "./measure-fields.tsx";

/** 选择失信惩戒措施: rows of the catalog, never free text. */
export const chooseMeasures: ActForm = {
  start: (subject) => startMeasures(subject.file.measures, rowsOf(subject)),
  fields: (subject) => <MeasureFields rows={rowsOf(subject)} today={subject.today} />,
  read: (check, subject) => {
    const rows = rowsOf(subject);
    const measures = readMeasures(check, rows);
    const [first] = rows;
    if (measures.length === 0 && first !== undefined) {
      check.complain(`measure.${first.id}`, "请至少选择一项措施");
    }
    return { measures };
  },
};

function rowsOf({ file, pack, catalog }: ActSubject): readonly MeasureRow[] {
  return findAllowedRows(pack, catalog, file.catalogEdition);
}
