import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { BASIS_DOCUMENT, toBasisDocument } from "./basis-document.ts";

/** 登记认定依据文书: the scan must lie in the case file already. */
export const recordBasisDocument = defineAct({
  kind: "record-basis-document",
  bodySchema: Type.Object({ document: BASIS_DOCUMENT }, { additionalProperties: false }),
  toCommand: ({ document }) => ({
    kind: "record-basis-document",
    document: toBasisDocument(document),
  }),
});
