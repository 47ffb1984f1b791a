import type { PartyKind } from "../parties/party.ts";
import type { ListingRecord } from "./listing-record.ts";

/** An entity of the FollowTheMoney model (跨境合规数据模型): an id, a schema, and properties that each hold several texts. */
export interface MoneyEntity {
  readonly id: string;
  readonly schema: "Organization" | "Person" | "Sanction";
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Describes an entry in the FollowTheMoney model: who is listed, and the listing as a `Sanction` of it, under the topic
 * `debarment`. The identifier of a natural person is masked and therefore left out: half a number identifies nobody.
 */
export function describeAsMoneyEntities(
  record: ListingRecord,
  address: string,
): readonly [MoneyEntity, MoneyEntity] {
  const subjectId = `mingdan-${record.entryId}`;
  const isPerson = record.party.kind === "natural-person";
  const subject: MoneyEntity = {
    id: subjectId,
    schema: SCHEMAS[record.party.kind],
    properties: {
      name: [record.party.name],
      country: ["cn"],
      topics: ["debarment"],
      sourceUrl: [address],
      ...(isPerson ? {} : { uscCode: [record.party.identifier] }),
    },
  };
  return [subject, describeSanction(record, subjectId, address)];
}

const SCHEMAS: Readonly<Record<PartyKind, "Organization" | "Person">> = {
  "natural-person": "Person",
  "legal-person": "Organization",
  "unincorporated-organization": "Organization",
};

function describeSanction(record: ListingRecord, subjectId: string, address: string): MoneyEntity {
  return {
    id: `${subjectId}-listing`,
    schema: "Sanction",
    properties: {
      entity: [subjectId],
      authority: [record.authorityName],
      program: [record.listName],
      country: ["cn"],
      recordId: [record.decisionNumber],
      listingDate: [record.decidedOn],
      startDate: [record.decidedOn],
      endDate: [record.listedThrough],
      reason: [record.grounds],
      provisions: record.measures.map((measure) => measure.title),
      sourceUrl: [address],
    },
  };
}
