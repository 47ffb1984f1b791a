import type { DeliveryView } from "../../../api/use-cases/find-deliveries.ts";
import type { CaseEventRow } from "../../../api/use-cases/find-case-events.ts";
import type { PaperView } from "../../../api/use-cases/find-papers.ts";
import type { PossibleActView } from "../../../api/use-cases/find-possible-acts.ts";
import type { RefusalRow } from "../../../api/use-cases/find-refusals.ts";
import type { CaseFileView } from "../../../api/use-cases/read-case-file.ts";

/** Everything that the page of a case shows. */
export interface CaseData {
  readonly view: CaseFileView;
  readonly events: readonly CaseEventRow[];
  readonly papers: readonly PaperView[];
  readonly acts: readonly PossibleActView[];
  readonly refusals: readonly RefusalRow[];
  readonly deliveries: readonly DeliveryView[];
}

/** The address of a case. */
export function casePath(caseId: string): string {
  return `/cases/${caseId}`;
}
