import type { Actor } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { findActs, findActsElsewhere } from "../../domain/case-file/decide.ts";
import { inTransaction } from "../../platform/database.ts";
import { makeContext } from "../../records/case-context.ts";
import type { AppDeps } from "../deps.ts";
import { viewFinding, type FindingView } from "./finding-view.ts";
import { readCaseLaw, readVisibleCase } from "./visible-case.ts";

/** An act of this person: possible now, or not and why; one that belongs to another stage has a finding `stage`. */
export interface PossibleActView {
  readonly kind: CommandKind;
  readonly title: string;
  /** Done whenever there is a reason for it, and awaited in no stage. */
  readonly anyTime: boolean;
  readonly possible: boolean;
  readonly findings: readonly FindingView[];
}

/** What this person can do on a case now, and what stands against the rest. */
export async function findPossibleActs(
  deps: Pick<AppDeps, "database" | "law">,
  actor: Actor,
  caseId: string,
): Promise<readonly PossibleActView[]> {
  return inTransaction(deps.database, async (tx) => {
    const visible = await readVisibleCase(tx, actor, caseId);
    const law = await readCaseLaw(deps.law, tx, visible);
    const context = makeContext(law, { actId: "", actor, at: visible.now });
    // A party does not learn from its own acts how far the office has come inside.
    const elsewhere = actor.roles.includes("party") ? [] : findActsElsewhere(visible.file, context);
    const acts = [...findActs(visible.file, context), ...elsewhere];
    return acts.map(({ kind, title, anyTime, findings }) => ({
      ...{ kind, title, anyTime },
      possible: findings.length === 0,
      findings: findings.map(viewFinding),
    }));
  });
}
