/**
 * What a workflow learns of its case: the answer of every transaction. Ids, enums and instants only; contents and people
 * never come near Temporal.
 */
export interface CaseStanding {
  readonly version: number;
  readonly stage: string;
  /** When the next clock runs out, as an ISO instant; null where none runs. */
  readonly nextDueAt: string | null;
  readonly papersToRender: number;
  /** The newest version that the channels are still to be told of; null where they know. */
  readonly versionToPublish: number | null;
  /** More acts wait than one transaction took. */
  readonly more: boolean;
}
