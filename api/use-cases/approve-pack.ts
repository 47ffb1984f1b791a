import { and, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findActivationObstacles } from "../../domain/packs/activation.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { accounts, lawPacks } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { ConflictError, ForbiddenError } from "./faults.ts";
import { readVersions } from "./law-packs.ts";
import { hasRole } from "./person.ts";

/** What became of an approval: one of two, or the pack is in force now; or why it cannot be. */
export type ApprovalOutcome =
  | {
      readonly outcome: "accepted";
      readonly version: string;
      readonly state: "draft" | "active";
      readonly approvals: number;
    }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

/**
 * Approves the version of a pack that the person looked at (核准规则包). The second person's approval activates it and retires
 * the one before; one of the two must be a legal reviewer, and nothing may be missing from it.
 */
export async function approvePack(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  listId: string,
  version: string,
): Promise<ApprovalOutcome> {
  if (!hasRole(actor, ["legal-reviewer", "legal-officer", "supervisor", "head"])) {
    throw new ForbiddenError("approved by legal reviewers, heads and the supervisor");
  }
  return inTransaction(deps.database, async (tx) => {
    const versions = await readVersions(tx, listId, "update");
    const newest = versions.at(-1);
    if (newest === undefined || newest.version !== version || newest.state !== "draft") {
      throw new ConflictError("这一版本不是待核准的最新版本，请刷新页面");
    }
    const findings = findActivationObstacles(newest.body);
    if (findings.length > 0) return refuse(tx, actor, { kind: "law", findings });
    if (newest.approvedBy.includes(actor.userId)) return refuse(tx, actor, TWICE);
    const approvedBy = [...newest.approvedBy, actor.userId];
    const isComplete = approvedBy.length >= 2;
    if (isComplete && !(await hasReviewer(tx, approvedBy))) return refuse(tx, actor, NO_REVIEWER);
    if (isComplete) await retireActive(tx, listId);
    await tx
      .update(lawPacks)
      .set(
        isComplete
          ? { approvedBy, state: "active", activatedAt: sql`case_clock_now()` }
          : { approvedBy },
      )
      .where(and(eq(lawPacks.listId, listId), eq(lawPacks.version, version)));
    const state = isComplete ? "active" : "draft";
    return { outcome: "accepted", version, state, approvals: approvedBy.length };
  });
}

const TWICE = refusalOf("您已核准过这一版本，启用须由二人分别核准", "请由另一名有权核准的人员核准");
const NO_REVIEWER = refusalOf("二名核准人中没有法制审核人员", "请由法制审核人员核准");

function refusalOf(missing: string, toDo: string): Refusal {
  const about = { ruleId: "content", title: "规则包启用条件", citations: [] };
  return { kind: "law", findings: [{ ...about, missing, toDo }] };
}

async function refuse(tx: Transaction, actor: Actor, refusal: Refusal): Promise<ApprovalOutcome> {
  await storeRefusal(tx, { caseId: null, commandId: null, act: "approve-pack", actor, refusal });
  return { outcome: "refused", refusal };
}

async function hasReviewer(tx: Transaction, userIds: readonly string[]): Promise<boolean> {
  const rows = await tx
    .select({ roles: accounts.roles })
    .from(accounts)
    .where(inArray(accounts.userId, [...userIds]));
  return rows.some((row) => row.roles.includes("legal-reviewer"));
}

async function retireActive(tx: Transaction, listId: string): Promise<void> {
  await tx
    .update(lawPacks)
    .set({ state: "retired" })
    .where(and(eq(lawPacks.listId, listId), eq(lawPacks.state, "active")));
}
