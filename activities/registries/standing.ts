/** What the workflow of a proposed list knows of it: nothing of its contents. */
export interface AdoptionStanding {
  readonly isOver: boolean;
  readonly nextDueAt: string | null;
}
