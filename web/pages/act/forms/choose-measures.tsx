import type { ActForm } from "../act-form.ts";
import { findAllowedRows, MeasureFields, readMeasures, startMeasures } from "./measure-fields.tsx";

/** 选择失信惩戒措施: rows of the catalog, never free text. */
export const chooseMeasures: ActForm = {
  start: ({ file, pack }) => startMeasures(file.measures, findAllowedRows(pack)),
  fields: ({ pack, today }) => <MeasureFields rows={findAllowedRows(pack)} today={today} />,
  read: (check, { pack }) => {
    const rows = findAllowedRows(pack);
    const measures = readMeasures(check, rows);
    const [first] = rows;
    if (measures.length === 0 && first !== undefined) {
      check.complain(`measure.${first.id}`, "请至少选择一项措施");
    }
    return { measures };
  },
};
