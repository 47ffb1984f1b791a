import { Type } from "typebox";
import { LEAD_STATES } from "../use-cases/find-leads.ts";
import { PAGE_QUERY } from "./paging.ts";
import { DAY, listOf, MOMENT, orNull, UUID } from "./values.ts";

export const IMPORT_PARAMS = Type.Object({
  importId: Type.String({ title: "导入", format: "uuid" }),
});

export const LEAD_PARAMS = Type.Object({ leadId: Type.String({ title: "线索", format: "uuid" }) });

export const KEPT_IMPORT = Type.Object({
  importId: UUID,
  known: Type.Boolean({ description: "同一份文件此前已经收到" }),
});

export const LEAD_IMPORT = Type.Object({
  importId: UUID,
  listId: orNull(Type.String({ description: "外部认定的名单；“双公示”记录为空" })),
  authorityName: Type.String(),
  fileName: Type.String(),
  format: Type.Enum(["csv", "xlsx"]),
  encoding: orNull(Type.String()),
  bytes: Type.Integer(),
  uploadedByName: Type.String(),
  uploadedAt: MOMENT,
  state: Type.Enum(["waiting", "running", "done", "failed"]),
  fault: orNull(Type.String({ description: "整份文件不能读取的原因" })),
  unknownColumns: listOf(Type.String()),
  lastRow: Type.Integer({ description: "已经办理到的行号" }),
  taken: Type.Integer(),
  rejected: Type.Integer(),
  duplicates: Type.Integer(),
  finishedAt: orNull(MOMENT),
});

export const LEAD_IMPORT_DETAIL = Type.Object({
  ...LEAD_IMPORT.properties,
  leftRows: listOf(
    Type.Object({
      rowNumber: Type.Integer(),
      outcome: Type.Enum(["rejected", "duplicate"]),
      findings: listOf(
        Type.Object({ column: Type.String(), title: Type.String(), message: Type.String() }),
      ),
    }),
  ),
});

const LEAD_STATE = Type.Enum([...LEAD_STATES]);

export const LEAD_QUERY = Type.Object(
  { state: Type.Optional(LEAD_STATE), ...PAGE_QUERY },
  { additionalProperties: false },
);

/** Who is looked for stands in the body: an address would be kept in logs. */
export const LEAD_SEARCH = Type.Object(
  {
    who: Type.String({ title: "完整的名称、代码或者证件号码", minLength: 2, maxLength: 200 }),
    state: Type.Optional(LEAD_STATE),
  },
  { additionalProperties: false },
);

export const LEAD = Type.Object({
  leadId: UUID,
  partyKind: Type.Enum(["natural-person", "legal-person", "unincorporated-organization"]),
  name: Type.String(),
  identifier: Type.String(),
  documentNumber: Type.String(),
  decidedOn: DAY,
  decidingOrgan: Type.String(),
  state: LEAD_STATE,
});

export const LEAD_DETAIL = Type.Object({
  ...LEAD.properties,
  masked: Type.Boolean(),
  importId: UUID,
  rowNumber: Type.Integer(),
  cells: listOf(Type.Object({ column: Type.String(), title: Type.String(), text: Type.String() })),
  takenAt: MOMENT,
  matterId: orNull(UUID),
  closingReasons: orNull(Type.String()),
});

export const LEAD_READING = Type.Object({
  readingId: UUID,
  leadId: orNull(UUID),
  importId: orNull(UUID),
  userName: Type.String(),
  purpose: Type.String(),
  readAt: MOMENT,
});

export const DISMISSAL = Type.Object(
  { reasons: Type.String({ title: "理由", minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false },
);
