import { HARM_ITEM_TITLES } from "../../domain/glossary.ts";
import { titleHarmItem, type HarmItem } from "../../domain/case-file/harm.ts";
import { cite } from "../../domain/law/instruments.ts";
import { findChannels } from "../../domain/publication/find-channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import type { HarmRepairCertificateData } from "../papers/harm-repair-certificate/data.ts";
import * as shared from "./shared.ts";
import type { PaperSubject } from "./subject.ts";

/** 消除影响证明. */
export function composeHarmRepairCertificate(subject: PaperSubject): HarmRepairCertificateData {
  const { file, pack, authority } = subject;
  return {
    ...shared.composeCommon(subject),
    listName: pack.listName,
    partyDetails: shared.composePartyDetails(subject),
    listingDecision: shared.referTo(file, "listing-decision"),
    annulmentDecision: shared.referTo(file, "annulment-decision"),
    recalledFrom: findChannels(file, pack, authority).map((channel) => POINTS[channel].title),
    undone: file.harmItems.map((item) => ({
      item: titleOf(item, subject),
      result: item.done?.result ?? "",
    })),
    statement: file.harmStatement,
    legalBasis: [shared.printCitations([cite("wuzhou", "（九）")])],
    inquiryPhone: authority.contactPhone,
  };
}

/** On paper a measure is named, not its row. */
function titleOf(item: HarmItem, { catalog }: PaperSubject): string {
  const row = catalog.find((each) => each.id === item.rowId);
  return row === undefined ? titleHarmItem(item) : `${HARM_ITEM_TITLES[item.kind]}（${row.title}）`;
}
