import type { CommandOf } from "../../domain/case-file/commands.ts";
import { findPapersToServe, type CaseFile } from "../../domain/case-file/state.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import { evidenceOf } from "../support/case-content.ts";

/** The act that serves on the party what waits to be served, in person and with proof. */
export function serviceOfPapers(file: CaseFile, day: string): CommandOf<"record-service"> {
  return {
    kind: "record-service",
    paperIds: findPapersToServe(file).map((paper) => paper.paperId),
    servedPartyIds: [file.partyId],
    method: "in-person",
    servedOn: parseDay(day),
    signatory: "【虚构】收件人",
    witness: "",
    remark: "",
    proof: evidenceOf(`送达回证 ${day} ${file.stage}`),
  };
}
