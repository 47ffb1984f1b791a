import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { readParty } from "../../records/party-rows.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError } from "./faults.ts";
import { logReading, type PartyView } from "./party-view.ts";
import { handlesCases, overseesCases } from "./person.ts";
import { readVisibleCase } from "./visible-case.ts";

/** Shows a party in clear to somebody who does not handle the case: for a purpose that is named and put on record (查询登记). */
export async function readPartyInClear(
  deps: Pick<AppDeps, "database" | "encryption">,
  actor: Actor,
  caseId: string,
  purpose: string,
): Promise<PartyView> {
  const words = purpose.trim();
  if (words === "") throw new BadInputError([{ field: "/purpose", message: "请写明查询目的" }]);
  return inTransaction(deps.database, async (tx) => {
    const { file, today } = await readVisibleCase(tx, actor, caseId);
    if (!handlesCases(actor) && !overseesCases(actor)) throw new ForbiddenError("officials only");
    await logReading(tx, { caseId, userId: actor.userId, purpose: words, today });
    return { ...(await readParty(tx, deps.encryption, file.partyId)), masked: false };
  });
}
