import { defineSignal, defineUpdate } from "@temporalio/workflow";

/** One workflow per case file, chained under this one id for the whole life of the case. */
export function listingCaseId(caseId: string): string {
  return `listing-case/${caseId}`;
}

/** One workflow per list that is proposed for this place alone. */
export function listAdoptionId(adoptionId: string): string {
  return `list-adoption/${adoptionId}`;
}

/** One workflow per case and channel; it runs while something is to be delivered. */
export function publicationId(caseId: string, channel: string): string {
  return `publication/${caseId}/${channel}`;
}

/** One workflow per file of penalty records; it runs until every row is dealt with. */
export function leadImportId(importId: string): string {
  return `lead-import/${importId}`;
}

export interface LeadImportInput {
  readonly importId: string;
}

/** One workflow per channel, for as long as there is anything published. */
export function reconciliationId(channel: string): string {
  return `reconciliation/${channel}`;
}

/** The one workflow that anchors the chains of all cases every day. */
export const DAILY_ANCHOR_ID = "daily-anchor";

/** The one workflow that tells implementers what others decided. */
export const ELSEWHERE_MEASURES_ID = "elsewhere-measures";

export interface DailyDutyInput {
  /** By how many milliseconds the demo clock is ahead; 0 in production. */
  readonly clockOffsetMs: number;
}

/** What a case's workflow is started with, and all that one run of the chain hands to the next. */
export interface ListingCaseInput {
  readonly caseId: string;
  /** By how many milliseconds the demo clock is ahead; 0 in production. */
  readonly clockOffsetMs: number;
}

export interface ListAdoptionInput {
  readonly adoptionId: string;
  readonly clockOffsetMs: number;
}

export interface PublicationInput extends ListingCaseInput {
  readonly channel: string;
}

export interface ReconciliationInput {
  readonly channel: string;
  readonly clockOffsetMs: number;
}

/** An act was kept: the id of its command and its kind, nothing of its content. Answered once the act is ruled on. */
export const actUpdate = defineUpdate<
  void,
  [{ readonly commandId: string; readonly kind: string }]
>("act");

/** The demo clock was moved. Answered once everything that fell due is settled and no work is left. */
export const moveClockUpdate = defineUpdate<void, [{ readonly offsetMs: number }]>("moveClock");

/** Something about the case changed elsewhere (a receipt, a calendar): read it again. Needs no answer. */
export const lookAgainSignal = defineSignal("lookAgain");

/** There is a newer version to publish. */
export const publishSignal = defineSignal("publish");

/** The demo clock was moved; a waiting publication counts its pause anew. */
export const clockMovedSignal = defineSignal<[{ readonly offsetMs: number }]>("clockMoved");
