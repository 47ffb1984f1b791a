import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import type { CaseFile } from "../state.ts";
import { endWithoutListing } from "./ending.ts";
import { liftDeadlines } from "./removal.ts";

/**
 * Ends the procedure because the party is no more (当事人死亡、终止): there is nobody left to be told, and nobody to list. A decision that
 * was signed but never served has no effect any more.
 */
export function recordPartyEnded(
  command: CommandOf<"record-party-ended">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { endedOn, evidence } = command;
  if (endedOn > context.today) return refuseContent("填写的日期还没有到", "请填写实际日期");
  const isPerson = file.partyKind === "natural-person";
  const reasons = isPerson ? "当事人死亡" : "当事人终止";
  return [
    { type: "EvidenceAttached", evidence },
    ...liftDeadlines(file),
    { type: "CaseWithdrawn", reasons, because: "party-ended" },
    { type: "CaseClosed", closedOn: context.today },
  ];
}

/** Hands a case that is not this authority's to decide to the one whose it is (移送有权机关), and tells a party that had been told. */
export function transferCase(
  command: CommandOf<"transfer-case">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { organ, reasons } = command;
  if (organ.trim() === "" || reasons.trim() === "") {
    return refuseContent("未写明移送的机关或者理由", "请写明移送给哪个机关、为什么由其管辖");
  }
  if (organ.trim() === context.authority.name) {
    return refuseContent("移送的机关就是本机关", "请填写有权管辖的机关");
  }
  return endWithoutListing(file, `移送${organ.trim()}：${reasons}`, "transferred", context);
}
