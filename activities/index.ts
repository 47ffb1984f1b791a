import { makeAnchor, type AnchorDeps, type AnchorOutcome } from "./anchors/make-anchor.ts";
import { settleCase } from "./case-record/settle-case.ts";
import type { CaseStanding } from "./case-record/standing.ts";
import {
  tellImplementers,
  type TellDeps,
  type TellOutcome,
} from "./elsewhere/tell-implementers.ts";
import { tellWhatIsDue } from "./elsewhere/tell-what-is-due.ts";
import { takeRows, type LeadDeps } from "./lead-import/take-rows.ts";
import { renderPapers, type PaperDeps } from "./papers/render-papers.ts";
import { deliver, type DeliverDeps, type DeliveryOutcome } from "./publication/deliver.ts";
import { reconcile, type ReconcileOutcome } from "./publication/reconcile/reconcile.ts";
import { openPublications, type OpenDeps } from "./publication/open-publications.ts";
import { settleAdoption } from "./registries/settle-adoption.ts";
import type { AdoptionStanding } from "./registries/standing.ts";
import { isChannelId } from "../domain/publication/channels.ts";

/** The one transaction of a case. Runs as a local activity: it must stay far shorter than a workflow task. */
export interface CaseActivities {
  settleCase(caseId: string): Promise<CaseStanding>;
}

/** The one transaction of a proposed list; a local activity as well. */
export interface AdoptionActivities {
  settleAdoption(adoptionId: string): Promise<AdoptionStanding>;
}

export interface PaperActivities {
  renderPapers(caseId: string): Promise<CaseStanding>;
}

export interface PublicationActivities {
  openPublications(caseId: string): Promise<CaseStanding>;
  deliver(delivery: { caseId: string; channel: string }): Promise<DeliveryOutcome>;
  reconcile(input: { channel: string }): Promise<ReconcileOutcome>;
}

export interface AnchorActivities {
  makeAnchor(): Promise<AnchorOutcome>;
}

export interface LeadActivities {
  takeRows(importId: string): Promise<void>;
}

export interface ElsewhereActivities {
  tellImplementers(): Promise<TellOutcome>;
}

/** Everything the activities need from outside. */
export type ActivityDeps = PaperDeps & OpenDeps & DeliverDeps & LeadDeps & AnchorDeps & TellDeps;

/** All activities, each with what it needs. */
export function createActivities(
  deps: ActivityDeps,
): CaseActivities &
  AdoptionActivities &
  PaperActivities &
  PublicationActivities &
  LeadActivities &
  ElsewhereActivities &
  AnchorActivities {
  return {
    settleCase: (caseId) => settleCase(deps, caseId),
    settleAdoption: (adoptionId) => settleAdoption(deps, adoptionId),
    renderPapers: (caseId) => renderPapers(deps, caseId),
    makeAnchor: () => makeAnchor(deps),
    async takeRows(importId) {
      await takeRows(deps, importId);
      await tellWhatIsDue(deps);
    },
    tellImplementers: () => tellImplementers(deps),
    openPublications: (caseId) => openPublications(deps, caseId),
    async deliver({ caseId, channel }) {
      if (!isChannelId(channel)) throw new Error("there is no channel of this name");
      return deliver(deps, { caseId, channel });
    },
    async reconcile({ channel }) {
      if (!isChannelId(channel)) throw new Error("there is no channel of this name");
      return reconcile(deps, channel);
    },
  };
}
