/** Task queues by what their work needs: acts wait for nothing else, papers need memory, publication needs patience. */
export const TASK_QUEUES = {
  /** Workflows, and the one transaction of every act. */
  listingCase: "listing-case",
  papers: "papers",
  publication: "publication",
  messages: "messages",
  /** Files that come in; long work that nothing else may wait for. */
  imports: "imports",
} as const;
