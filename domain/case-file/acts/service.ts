import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import type { CommandOf } from "../commands.ts";
import type { ServiceRecord } from "../content.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { liftDeadline, meetDeadline, setDeadline } from "../set-deadline.ts";
import { findPresentStatements, findRunningRestoration } from "../restoration.ts";
import { findPapersToServe, type CaseFile } from "../state.ts";

/** Records an attempt that did not succeed; service by public notice needs at least one (公告送达为最后手段). */
export function recordServiceAttempt(
  command: CommandOf<"record-service-attempt">,
  context: DecideContext,
): Decided {
  const { method, attemptedOn, result } = command;
  if (attemptedOn > context.today) return refuseFuture();
  if (result.trim() === "") return refuseContent("未写明送达结果", "请写明未能送达的情况");
  return [{ type: "ServiceAttempted", attempt: { method, attemptedOn, result } }];
}

/** Records the written consent to electronic service (电子送达须书面同意); reading in the portal alone is no service. */
export function agreeElectronicService(
  command: CommandOf<"agree-electronic-service">,
  context: DecideContext,
): Decided {
  const { agreedOn, consent, evidence } = command;
  if (agreedOn > context.today) return refuseFuture();
  return [{ type: "ElectronicServiceAgreed", agreedOn, consent, evidence }];
}

/** Takes the consent to electronic service back (撤回同意); what was served on it before stays served. */
export function revokeElectronicService(
  command: CommandOf<"revoke-electronic-service">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (file.electronicServiceAgreedOn === null) {
    return refuseContent("没有登记过电子送达的同意", "无需办理");
  }
  const { remark } = command;
  return [{ type: "ElectronicServiceRevoked", revokedOn: context.today, remark }];
}

/** Starts service by public notice (公告送达): deemed served when thirty days have passed. That it is the last resort is R47's. */
export function publishServiceNotice(
  command: CommandOf<"publish-service-notice">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (file.serviceNotice !== null) return refuseContent("公告送达已在进行", "请等待公告期届满");
  const refused = refuseImpossibleDay(command.publishedOn, file, context);
  if (refused !== null) return refused;
  const { publishedOn, place, reasons, evidence } = command;
  const paperIds = findPapersToServe(file).map((paper) => paper.paperId);
  return [
    { type: "ServiceNoticePublished", publishedOn, place, reasons, evidence, paperIds },
    issuePaper(file, "public-notice", context),
    setDeadline(file, "public-notice-service", publishedOn, context),
  ];
}

/**
 * Records proven service (送达及回证): from this day the next clock counts, never from an unproven one (R48). A public notice
 * that was under way is overtaken, and its clock stops.
 */
export function recordService(
  command: CommandOf<"record-service">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const refused = refuseImpossibleDay(command.servedOn, file, context);
  if (refused !== null) return refused;
  const { paperIds, method, servedOn, signatory, receiver, witness, remark, proof } = command;
  const evidenceId = proof?.evidenceId ?? null;
  const service = {
    ...{ paperIds, method, servedOn, signatory, witness, remark, evidenceId },
    ...(receiver === undefined ? {} : { receiver }),
  };
  const attached: readonly CaseEventData[] =
    proof === null ? [] : [{ type: "EvidenceAttached", evidence: proof }];
  return [
    ...attached,
    ...liftDeadline(file, "public-notice-service"),
    ...serve(file, service, context),
  ];
}

/** What follows once papers are proven, or deemed, to be served. */
export function serve(
  file: CaseFile,
  service: ServiceRecord,
  context: DecideContext,
): readonly CaseEventData[] {
  const served: readonly CaseEventData[] = [
    { type: "PapersServed", service },
    issuePaper(file, "proof-of-service", context),
  ];
  return [...served, ...afterService(file, service.servedOn, context)];
}

function afterService(
  file: CaseFile,
  servedOn: CalendarDay,
  context: DecideContext,
): readonly CaseEventData[] {
  if (file.stage === "notice-service") {
    return [
      ...meetDeadline(file, "notice-service-start"),
      ...startDefense(file, servedOn, context),
      ...startHearingRequest(file, servedOn, context),
    ];
  }
  const restoration = findRunningRestoration(file);
  if (restoration !== undefined) {
    return restoration.decidedOn === null
      ? startDefense(file, servedOn, context)
      : showAgain(file, servedOn, context);
  }
  // The notice of a hearing starts no clock: whether it came in time is judged when the hearing is held (R21).
  if (file.stage !== "decision-service") return [];
  const met = meetDeadline(file, "decision-service");
  if (file.outcome !== "listed") return [...met, { type: "CaseClosed", closedOn: context.today }];
  return [
    ...met,
    setDeadline(file, "reconsideration", servedOn, context),
    setDeadline(file, "litigation", servedOn, context),
    { type: "PublicationStarted", startedOn: context.today },
  ];
}

/** A decision to restore takes effect with its service: shown everywhere again, and open to remedies of its own. */
function showAgain(
  file: CaseFile,
  servedOn: CalendarDay,
  context: DecideContext,
): readonly CaseEventData[] {
  return [
    ...meetDeadline(file, "decision-service"),
    setDeadline(file, "reconsideration", servedOn, context),
    setDeadline(file, "litigation", servedOn, context),
    { type: "ListingRestored", restoredOn: context.today },
  ];
}

/** The window opens with proven service; a party that has already said all it wants to say closes it in the same moment. */
function startDefense(
  file: CaseFile,
  servedOn: CalendarDay,
  context: DecideContext,
): readonly CaseEventData[] {
  const window = setDeadline(file, "defense-window", servedOn, context);
  if (!findPresentStatements(file).some((statement) => statement.final)) return [window];
  const { deadlineId } = window.deadline;
  return [
    window,
    { type: "DeadlineMet", deadlineId },
    { type: "DefensePeriodEnded", reason: "final" },
  ];
}

/** Where the list gives a hearing, the days to ask for it begin to run, unless the party has asked already. */
function startHearingRequest(
  file: CaseFile,
  servedOn: CalendarDay,
  context: DecideContext,
): readonly CaseEventData[] {
  if (!context.pack.hearing || file.hearing.requestedOn !== null) return [];
  return [setDeadline(file, "hearing-request", servedOn, context)];
}

function refuseImpossibleDay(
  day: CalendarDay,
  file: CaseFile,
  context: DecideContext,
): Decided | null {
  if (day > context.today) return refuseFuture();
  const issuedOn = findPapersToServe(file).at(-1)?.issuedOn;
  if (issuedOn === undefined) return refuseContent("没有待送达的文书", "请先制发文书");
  if (day < issuedOn) {
    return refuseContent("送达日早于文书制发日", `送达日不能早于 ${issuedOn}，请核对`);
  }
  return null;
}

function refuseFuture(): Decided {
  return refuseContent("填写的日期还没有到", "请填写实际发生的日期");
}
