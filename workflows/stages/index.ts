import type { CaseStanding } from "../../activities/case-record/standing.ts";
import { followClosed } from "./closed.ts";
import { followDecisionLegalReview } from "./decision-legal-review.ts";
import { followDecisionService } from "./decision-service.ts";
import { followDefense } from "./defense.ts";
import { followDraft } from "./draft.ts";
import { followHarmRepair } from "./harm-repair.ts";
import { followHearing } from "./hearing.ts";
import { followNoticeLegalReview } from "./notice-legal-review.ts";
import { followNoticeService } from "./notice-service.ts";
import { followPublished } from "./published.ts";
import { followRemoved } from "./removed.ts";
import { followRestoration } from "./restoration.ts";
import { followSignOff } from "./sign-off.ts";
import type { Steps } from "./steps.ts";
import { followUpperConsent } from "./upper-consent.ts";
import { followVerification } from "./verification.ts";

export type { Steps } from "./steps.ts";

/** What the system does by itself, stage by stage, from proposal to removal. */
const STAGES: Readonly<Record<string, (steps: Steps) => Promise<void>>> = {
  draft: followDraft,
  "notice-legal-review": followNoticeLegalReview,
  "notice-service": followNoticeService,
  defense: followDefense,
  hearing: followHearing,
  verification: followVerification,
  "decision-legal-review": followDecisionLegalReview,
  "upper-consent": followUpperConsent,
  "sign-off": followSignOff,
  "decision-service": followDecisionService,
  published: followPublished,
  removed: followRemoved,
  restoration: followRestoration,
  "harm-repair": followHarmRepair,
  closed: followClosed,
};

/** Does what a stage asks for; a step for which nothing is open is passed over. */
export async function followStage(
  stage: string,
  steps: Steps,
  read: () => CaseStanding | null,
): Promise<void> {
  const follow = STAGES[stage];
  if (follow === undefined) throw new Error(`there is no stage ${stage}`);
  await follow({
    makePapers: async () => ((read()?.papersToRender ?? 0) > 0 ? steps.makePapers() : undefined),
    publish: async () =>
      (read()?.versionToPublish ?? null) === null ? undefined : steps.publish(),
  });
}
