import type { LeadView } from "../../../api/use-cases/read-lead.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { inputOf, type FormInput } from "../../forms/form-input.ts";
import { findPlaces } from "./party-fields.tsx";

/**
 * Fills the form in from a lead: the party where the list has a place for its kind, and the penalty decision as the document that the
 * finding rests on. What a record cannot prove (the day it took effect, its service, the grounds) stays for the officer.
 */
export function fillInLead(lead: LeadView, pack: LawPack): FormInput {
  const place = findPlaces(pack).find((each) => each.kinds.includes(lead.partyKind));
  const party: Record<string, string> =
    place === undefined || lead.masked
      ? {}
      : {
          [`${place.prefix}.kind`]: lead.partyKind,
          [`${place.prefix}.name`]: lead.name,
          [`${place.prefix}.identifier`]: lead.identifier,
        };
  const kind = pack.basisDocumentKinds.includes("penalty-decision")
    ? { documentKind: "penalty-decision" }
    : {};
  return inputOf({
    ...party,
    ...kind,
    finality: "open",
    documentNumber: lead.documentNumber,
    issuingOrgan: lead.decidingOrgan,
    issuedOn: lead.decidedOn,
  });
}
