import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findFedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { printCitation, type Citation } from "../../domain/law/citation.ts";
import { findSharingBasis } from "../../domain/masking/profiles.ts";
import type { ListId } from "../../domain/packs/list-id.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { lockFedList, tellAnew } from "../../records/elsewhere-rows.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { readSharingBases } from "../../records/sharing-bases.ts";
import { caseFiles, sharingBases } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ConflictError, ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole } from "./person.ts";
import { readVersions } from "./law-packs.ts";
import { publishAgain, wakeCases } from "./publish-again.ts";
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

/** A list for which a basis is named: one that is decided here, or one that others decide. */
export interface BasisTarget {
  readonly listId: string;
  readonly decided: "here" | "elsewhere";
}

/**
 * Names what lets implementers of a list know the person (录入实施单位知悉个人身份的依据), or takes it back. Without one the strict mask holds: the law
 * is never guessed. What implementers hold of persons on the list is told them anew at once.
 */
export async function enterSharingBasis(
  deps: Deps,
  actor: Actor,
  { listId, decided }: BasisTarget,
  entered: EnteredBasis,
): Promise<{ readonly toldAnew: number }> {
  if (!mayEnterBasis(actor)) throw new ForbiddenError("legal officers only");
  if ((findFedList(listId) === null) === (decided === "elsewhere")) {
    throw new NotFoundError("there is no such list");
  }
  const [instrument, article, reasons] = [entered.instrument, entered.article, entered.reasons].map(
    (text) => text.trim(),
  ) as [string, string, string]; // three texts in, three out
  requireWhole(listId, { instrument, article, reasons });
  const told = await inTransaction(deps.database, async (tx) => {
    if (decided === "here") await readVersions(tx, listId);
    await lockFedList(tx, { listId });
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
    if (before !== undefined && instrument !== "") return { count: 0, caseIds: [] };
    if (decided === "elsewhere") {
      return { count: await tellAnew(tx, "persons", listId, now), caseIds: [] };
    }
    const caseIds = await publishAgain(tx, and(eq(caseFiles.listId, listId), IS_PERSON));
    return { count: caseIds.length, caseIds };
  });
  await (decided === "elsewhere" ? wakeMeasures(deps) : wakeCases(deps, told.caseIds));
  return { toldAnew: told.count };
}

const IS_PERSON = sql`${caseFiles.state}->>'partyKind' = 'natural-person'`;

function requireWhole(listId: string, { instrument, article, reasons }: EnteredBasis): void {
  if (findSharingBasis(listId as ListId).length > 0) {
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

/** How it stands with a list (依据的情况). */
export interface SharingBasisView {
  /** What lets implementers know the person; empty where there is nothing, and persons are masked to them too. */
  readonly sharingBasis: string;
  /** Whether a legal officer has to name it, because no text came with the system. */
  readonly basisIsEntered: boolean;
}

/** How it stands with one list. */
export async function readSharingBasis(
  { database }: Pick<AppDeps, "database">,
  listId: string,
): Promise<SharingBasisView> {
  const entered = await inTransaction(database, readSharingBases, { readOnly: true });
  return viewSharingBasis(listId, entered);
}

/** The same, of what was read for many lists. */
export function viewSharingBasis(
  listId: string,
  entered: ReadonlyMap<string, Citation>,
): SharingBasisView {
  return {
    sharingBasis: describeSharingBasis(listId, entered),
    basisIsEntered: findSharingBasis(listId as ListId).length === 0, // an unknown list has none
  };
}

/** The basis of a list in words, as shipped or as entered; empty where there is none. */
function describeSharingBasis(listId: string, entered: ReadonlyMap<string, Citation>): string {
  const shipped = findSharingBasis(listId as ListId);
  const known = entered.get(listId);
  const citations = shipped.length > 0 || known === undefined ? shipped : [known];
  return citations.map(printCitation).join("；");
}
