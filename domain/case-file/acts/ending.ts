import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { listHarmItems } from "../harm.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import { findPaper, mustBeAnnulled, type CaseFile } from "../state.ts";
import { liftDeadlines, removeParty, takeUpAgain } from "./removal.ts";
import { giveUpRestoration } from "./restoration.ts";

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
 * days to sign the annulment. So it is where the listing has ended already, for it was wrong all the same.
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
  if (file.stage === "closed" && !wasListed(file)) return refuseNeverListed();
  const { documentId, organ, number, annulledOn, evidence } = command;
  const annulled: CaseEventData = {
    type: "BasisAnnulled",
    documentId,
    organ,
    number,
    annulledOn,
    evidence,
  };
  return [...takeUpAgain(file), annulled, ...afterAnnulment(file, command, context)];
}

/** Whether a closed case held a listing that was never annulled: only then is there something to take back. */
function wasListed(file: CaseFile): boolean {
  return file.outcome === "listed" && file.removal?.by !== "annulment";
}

function refuseNeverListed(): Decided {
  return refuseContent("本案没有列入，或者列入已经撤销", "无需办理");
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
    { type: "HarmItemsOpened", items: listHarmItems(file, context.readBy) },
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
  const withdrawal = () => setDeadline(file, "annulment-withdrawal", command.annulledOn, context);
  switch (file.stage) {
    case "published":
      return [{ type: "PublicationSuspended", reason: "basis-annulled" }, withdrawal()];
    case "restoration": {
      const reasons = `认定依据文书已被撤销（${command.number}）`;
      return [...giveUpRestoration(file, "basis-annulled", reasons, context), withdrawal()];
    }
    case "removed":
    case "closed":
      return [withdrawal()];
    default:
      return beforePublication(file, command, context);
  }
}

function beforePublication(
  file: CaseFile,
  command: CommandOf<"record-basis-annulled">,
  context: DecideContext,
): readonly CaseEventData[] {
  if (file.stage === "decision-service" && file.outcome !== "listed") return [];
  const reasons = `认定依据文书已被撤销（${command.number}）`;
  return endWithoutListing(file, reasons, "basis-annulled", context);
}

/** Lifts every clock and ends the procedure; a party that had been told of it is told of its end. */
export function endWithoutListing(
  file: CaseFile,
  reasons: string,
  because: "authority" | "basis-annulled" | "transferred",
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
