import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { listHarmItems } from "../harm.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import { findPaper, mustBeAnnulled, type CaseFile } from "../state.ts";
import { liftDeadlines, removeParty } from "./removal.ts";

/** Ends the procedure without listing (终止认定程序), with reasons, and with a notice to a party that had been told. */
export function withdrawCase(
  command: CommandOf<"withdraw-case">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (command.reasons.trim() === "") return refuseContent("未写明终止的理由", "请写明理由");
  return endWithoutListing(file, command.reasons, "authority", context);
}

/**
 * Records that a basis document was annulled (依据文书被撤销).
 *
 * Before publication the procedure ends; a published listing is taken out of sight at once, and the head has three working
 * days to sign the annulment.
 */
export function recordBasisAnnulled(
  command: CommandOf<"record-basis-annulled">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const document = file.basisDocuments.find((each) => each.documentId === command.documentId);
  if (document === undefined || document.annulledOn !== null) {
    return refuseContent("没有这份文书，或其撤销已登记", "请核对所选文书");
  }
  if (command.annulledOn > context.today) return refuseContent("撤销日还没有到", "请核对日期");
  const { documentId, organ, number, annulledOn, evidence } = command;
  const annulled: CaseEventData = {
    type: "BasisAnnulled",
    documentId,
    organ,
    number,
    annulledOn,
    evidence,
  };
  return [annulled, ...afterAnnulment(file, command, context)];
}

/** Signs the annulment of the listing (撤销列入决定). */
export function signAnnulment(
  command: CommandOf<"sign-annulment">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (!mustBeAnnulled(file)) {
    return refuseContent(
      "没有依据文书或者列入决定被撤销的记录",
      "请先登记依据文书被撤销的情况，或者登记复议、诉讼结果",
    );
  }
  if (command.reasons.trim() === "") return refuseContent("未写明撤销的理由", "请写明理由");
  const met = meetDeadline(file, "annulment-withdrawal");
  const lifted = removeParty(file, "annulment", command.reasons, context).filter(
    (event) => event.type !== "DeadlineLifted" || !met.some((each) => isSame(each, event)),
  );
  return [
    issuePaper(file, "annulment-decision", context),
    ...met,
    ...lifted,
    { type: "HarmItemsOpened", items: listHarmItems(file) },
  ];
}

function isSame(one: CaseEventData, other: { readonly deadlineId: string }): boolean {
  return "deadlineId" in one && one.deadlineId === other.deadlineId;
}

function afterAnnulment(
  file: CaseFile,
  command: CommandOf<"record-basis-annulled">,
  context: DecideContext,
): readonly CaseEventData[] {
  if (file.stage === "published") {
    return [
      { type: "PublicationSuspended", reason: "basis-annulled" },
      setDeadline(file, "annulment-withdrawal", command.annulledOn, context),
    ];
  }
  if (file.stage === "decision-service" && file.outcome !== "listed") return [];
  const reasons = `认定依据文书已被撤销（${command.number}）`;
  return endWithoutListing(file, reasons, "basis-annulled", context);
}

function endWithoutListing(
  file: CaseFile,
  reasons: string,
  because: "authority" | "basis-annulled",
  context: DecideContext,
): readonly CaseEventData[] {
  const withdrawn: readonly CaseEventData[] = [
    ...liftDeadlines(file),
    { type: "CaseWithdrawn", reasons, because },
  ];
  const wasTold = findPaper(file, "prior-notice") !== undefined;
  if (!wasTold) return [...withdrawn, { type: "CaseClosed", closedOn: context.today }];
  return [
    ...withdrawn,
    issuePaper(file, "withdrawal-notice", context),
    setDeadline(file, "decision-service", context.today, context),
  ];
}
