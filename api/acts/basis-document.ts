import { Type, type Static } from "typebox";
import type { BasisDocument } from "../../domain/case-file/content.ts";
import type { BasisDocumentKind } from "../../domain/packs/law-pack.ts";
import { day, dayOrNull, id, line, oneOf, toDay, toDayOrNull } from "./parts.ts";

const KINDS = [
  "court-judgment",
  "arbitral-award",
  "penalty-decision",
  "administrative-ruling",
  "handling-decision",
  "correction-order",
] as const satisfies readonly BasisDocumentKind[];

/** An effective document as it is entered. */
export const BASIS_DOCUMENT = Type.Object(
  {
    documentId: Type.Optional(id("文书编号")),
    kind: oneOf("文书种类", KINDS),
    number: line("文号"),
    issuingOrgan: line("作出机关"),
    issuedOn: day("作出日"),
    effectiveOn: day("生效日"),
    servedOn: dayOrNull("送达当事人之日"),
    conductOn: Type.Optional(dayOrNull("失信行为发生之日（持续的，为终了之日）")),
    complianceEndsOn: dayOrNull("责令履行期限届满日"),
    finality: oneOf("是否已经确定", ["final", "open"]),
    evidenceId: id("文书扫描件"),
  },
  { additionalProperties: false, title: "依据文书" },
);

/** The document as the case keeps it; without an id of its own it goes by its scan, so that sending twice records once. */
export function toBasisDocument(body: Static<typeof BASIS_DOCUMENT>): BasisDocument {
  return {
    ...body,
    documentId: body.documentId ?? `document-${body.evidenceId}`,
    issuedOn: toDay(body.issuedOn),
    effectiveOn: toDay(body.effectiveOn),
    servedOn: toDayOrNull(body.servedOn),
    conductOn: toDayOrNull(body.conductOn ?? null),
    complianceEndsOn: toDayOrNull(body.complianceEndsOn),
  };
}
