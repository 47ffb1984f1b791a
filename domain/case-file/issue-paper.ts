import { findOnlineChannel } from "../authorities/authority.ts";
import { statesRemedies, type PaperKind } from "../papers.ts";
import type { DecideContext } from "./context.ts";
import type { CaseEventData } from "./events.ts";
import type { CaseFile } from "./state.ts";

/**
 * Issues a paper of the case (制发文书), addressed to its own party alone (R18).
 *
 * The id follows from the act, so that the same act judged twice names the same paper; the number (文号) is given by the
 * recorder in the transaction that stores the event.
 */
export function issuePaper(
  file: CaseFile,
  kind: PaperKind,
  context: DecideContext,
): Extract<CaseEventData, { type: "PaperIssued" }> {
  const namesOnlineChannel = statesRemedies(kind) && findOnlineChannel(context.authority) !== null;
  return {
    type: "PaperIssued",
    paper: {
      paperId: `${context.actId}.${kind}`,
      kind,
      number: null,
      issuedOn: context.today,
      partyId: file.partyId,
      ...(namesOnlineChannel ? { namesOnlineChannel } : {}),
    },
  };
}
