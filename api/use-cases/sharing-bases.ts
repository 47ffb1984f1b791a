import { randomUUID } from "node:crypto";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findFedList, type FedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { printCitation, type Citation } from "../../domain/law/citation.ts";
import { findSharingBasis } from "../../domain/masking/profiles.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { lockFedList, tellAnew } from "../../records/elsewhere-rows.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { readSharingBases } from "../../records/sharing-bases.ts";
import { sharingBases } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ConflictError, ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole } from "./person.ts";
import { wakeMeasures } from "./wake-measures.ts";

/** What a legal officer names as letting implementers know the person; without instrument and article, the one before is taken back. */
export interface EnteredBasis {
  readonly instrument: string;
  readonly article: string;
  readonly reasons: string;
}

type Deps = Pick<AppDeps, "database" | "temporal" | "logger">;

/** Whether this person may name such a basis. */
export function mayEnterBasis(actor: Actor): boolean {
  return hasRole(actor, ["legal-officer"]);
}

/**
 * Names what lets implementers of a list that others decide know the person (录入实施单位知悉个人身份的依据), or takes it back. Without one the
 * strict mask holds: the law is never guessed. What implementers hold of persons on the list is told them anew at once.
 */
export async function enterSharingBasis(
  deps: Deps,
  actor: Actor,
  listId: string,
  entered: EnteredBasis,
): Promise<{ readonly toldAnew: number }> {
  if (!mayEnterBasis(actor)) throw new ForbiddenError("legal officers only");
  const list = findFedList(listId);
  if (list === null) throw new NotFoundError("nothing of such a list is received here");
  const [instrument, article, reasons] = [entered.instrument, entered.article, entered.reasons].map(
    (text) => text.trim(),
  ) as [string, string, string]; // three texts in, three out
  requireWhole(list, { instrument, article, reasons });
  const toldAnew = await inTransaction(deps.database, async (tx) => {
    await lockFedList(tx, list);
    const before = (await readSharingBases(tx)).get(listId);
    if (before === undefined && instrument === "") {
      throw new ConflictError("这份名单没有录入过依据");
    }
    const now = await readCaseClock(tx);
    const row = { listId, instrument, article, reasons };
    const by = { enteredBy: actor.userId, enteredAt: now };
    await tx.insert(sharingBases).values({ basisId: randomUUID(), ...row, ...by });
    await recordRegistryEvent(tx, {
      ...{ subject: `sharing-basis/${listId}`, userId: actor.userId, at: now, body: row },
      type: instrument === "" ? "withdraw-sharing-basis" : "enter-sharing-basis",
    });
    const isSame = before !== undefined && instrument !== "";
    return isSame ? 0 : tellAnew(tx, "persons", listId, now);
  });
  await wakeMeasures(deps);
  return { toldAnew };
}

function requireWhole(list: FedList, { instrument, article, reasons }: EnteredBasis): void {
  if (findSharingBasis(list.listId).length > 0) {
    throw new ConflictError("这份名单的依据已经随系统提供，不需要录入");
  }
  const errors: { field: string; message: string }[] = [];
  if ((instrument === "") !== (article === "")) {
    const field = instrument === "" ? "/instrument" : "/article";
    errors.push({ field, message: "文件名称和条款应当一并填写；撤回时都不填写" });
  }
  if (reasons === "") errors.push({ field: "/reasons", message: "请写明理由" });
  if (errors.length > 0) throw new BadInputError(errors);
}

/** The basis of a list in words, as shipped or as entered; empty where there is none. */
export function describeSharingBasis(
  { listId }: FedList,
  entered: ReadonlyMap<string, Citation>,
): string {
  const shipped = findSharingBasis(listId);
  const known = entered.get(listId);
  const citations = shipped.length > 0 || known === undefined ? shipped : [known];
  return citations.map(printCitation).join("；");
}
