import { eq } from "drizzle-orm";
import { refuseByLaw, refuseContent } from "../../domain/case-file/judgement.ts";
import type { Actor, Role } from "../../domain/case-file/actor.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Edition, EditionProofs } from "../../domain/registries/edition.ts";
import { SHIPPED_EDITIONS } from "../../domain/registries/shipped-editions.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { findRegistryBreaches } from "../../domain/rules/registry-rule.ts";
import { r02SupplementApproved } from "../../domain/rules/registries/r02-supplement-approved.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { lawEditions } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole } from "./person.ts";

type EditionDeps = Pick<AppDeps, "database">;

/** What became of it: the edition's id, or why it may not be. */
export type EditionOutcome =
  | { readonly outcome: "accepted"; readonly edition: string }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

const ROLES: readonly Role[] = ["supervisor", "legal-officer"];
const NO_PROOFS: EditionProofs = {
  comments: null,
  approval: null,
  publication: null,
  filing: null,
};

/** Enters an edition of directory or catalog (录入目录、清单版本); another person has yet to approve it. */
export async function enterEdition(
  deps: EditionDeps,
  actor: Actor,
  edition: Edition,
): Promise<EditionOutcome> {
  requireKeeper(actor);
  return inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    const subject = { act: "enter-edition", edition, proofs: NO_PROOFS } as const;
    const refusal = judge(subject, dayOf(now)) ?? refuseDays(edition);
    if (refusal !== null) return refuse(tx, actor, subject.act, refusal);
    await requireNew(tx, edition.edition);
    await tx.insert(lawEditions).values({
      edition: edition.edition,
      body: edition,
      proofs: NO_PROOFS,
      enteredBy: actor.userId,
      enteredAt: now,
    });
    await record(tx, edition.edition, "EditionEntered", { edition }, actor, now);
    return { outcome: "accepted", edition: edition.edition };
  });
}

/**
 * Approves an edition that somebody else has entered, with what proves it (核准目录、清单版本). From the commit on it is in force on its
 * days, and every open case looks at its measures again.
 */
export async function approveEdition(
  deps: EditionDeps,
  actor: Actor,
  id: string,
  proofs: EditionProofs,
): Promise<EditionOutcome> {
  requireKeeper(actor);
  return inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select()
      .from(lawEditions)
      .where(eq(lawEditions.edition, id))
      .for("update");
    if (row === undefined) throw new NotFoundError("no such edition");
    if (row.approvedAt !== null) throw new ConflictError("这一版本已经核准");
    const now = await readCaseClock(tx);
    const subject = { act: "approve-edition", edition: row.body, proofs } as const;
    const refusal =
      (row.enteredBy === actor.userId ? SAME_HANDS : null) ??
      judge(subject, dayOf(now)) ??
      refuseProofs(proofs, dayOf(now));
    if (refusal !== null) return refuse(tx, actor, subject.act, refusal);
    await tx
      .update(lawEditions)
      .set({ proofs, approvedBy: actor.userId, approvedAt: now })
      .where(eq(lawEditions.edition, id));
    await record(tx, id, "EditionApproved", { proofs }, actor, now);
    return { outcome: "accepted", edition: id };
  });
}

function requireKeeper(actor: Actor): void {
  if (!hasRole(actor, ROLES)) throw new ForbiddenError("the supervisor and legal officers");
}

function judge(
  subject: Parameters<typeof r02SupplementApproved.check>[0],
  today: CalendarDay,
): Refusal | null {
  const findings = findRegistryBreaches([r02SupplementApproved], subject.act, subject, today);
  return findings.length > 0 ? refuseByLaw(findings) : null;
}

const TITLE = "目录、清单版本";
const SAME_HANDS = refuseContent(
  "录入人不能核准自己录入的版本",
  "请由另一名有权核准的人员核准",
  TITLE,
);

function refuseDays({ inForceFrom, inForceTo }: Edition): Refusal | null {
  if (inForceTo === null || inForceFrom <= inForceTo) return null;
  return refuseContent("失效日早于施行日", "请核对施行日和失效日", TITLE);
}

function refuseProofs(proofs: EditionProofs, today: CalendarDay): Refusal | null {
  const days = Object.values(proofs).flatMap((proof: EditionProofs["filing"]) =>
    proof === null ? [] : [proof.provenOn],
  );
  if (days.every((day) => day <= today)) return null;
  return refuseContent("证明的日期晚于今天", "请填写实际的日期", TITLE);
}

async function requireNew(tx: Transaction, id: string): Promise<void> {
  const rows = await tx
    .select({ edition: lawEditions.edition })
    .from(lawEditions)
    .where(eq(lawEditions.edition, id));
  const isShipped = SHIPPED_EDITIONS.some((each) => each.edition === id);
  if (isShipped || rows.length > 0) throw new ConflictError("已有这一编号的版本，请换一个编号");
}

async function record(
  tx: Transaction,
  id: string,
  type: string,
  body: object,
  { userId }: Actor,
  at: Date,
): Promise<void> {
  await recordRegistryEvent(tx, { subject: `edition/${id}`, type, body, userId, at });
}

async function refuse(
  tx: Transaction,
  actor: Actor,
  act: string,
  refusal: Refusal,
): Promise<EditionOutcome> {
  await storeRefusal(tx, { caseId: null, commandId: null, act, actor, refusal });
  return { outcome: "refused", refusal };
}
