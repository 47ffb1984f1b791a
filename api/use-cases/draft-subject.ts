import { SYSTEM_ACTOR, type Actor } from "../../domain/case-file/actor.ts";
import { signDecision } from "../../domain/case-file/acts/decision.ts";
import { stamp } from "../../domain/case-file/decide.ts";
import { evolve } from "../../domain/case-file/evolve.ts";
import { isRefusal } from "../../domain/case-file/judgement.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Transaction } from "../../platform/database.ts";
import { makeContext, type CaseLaw } from "../../records/case-context.ts";
import { readParty } from "../../records/party-rows.ts";
import { readServiceAddress } from "../../records/service-addresses.ts";
import type { AppDeps, DraftSubject } from "../deps.ts";
import { ForbiddenError } from "./faults.ts";
import { HANDLING, logReading } from "./party-view.ts";
import { handlesCases } from "./person.ts";
import { readCaseLaw, readVisibleCase, type VisibleCase } from "./visible-case.ts";

/** A case whose drafts somebody may look at, its law, and what drafts are drawn from. */
export interface DraftCase {
  readonly visible: VisibleCase;
  readonly law: CaseLaw;
  /** What a draft of this file is drawn from: the case as it stands, or as it would stand. */
  readonly subjectOf: (file: CaseFile) => Promise<DraftSubject>;
}

type DraftDeps = Pick<AppDeps, "law" | "encryption">;

/** Reads a case for its drafts: for the officials who handle it, and their look at the party is on record. */
export async function readDraftCase(
  deps: DraftDeps,
  tx: Transaction,
  actor: Actor,
  caseId: string,
): Promise<DraftCase> {
  const visible = await readVisibleCase(tx, actor, caseId);
  if (!handlesCases(actor)) throw new ForbiddenError("officials of the authority only");
  const { today } = visible;
  const law = await readCaseLaw(deps.law, tx, visible);
  const { authority, pack, calendar } = law;
  const { catalog } = law.books;
  const party = await readParty(tx, deps.encryption, visible.file.partyId);
  await logReading(tx, { caseId, userId: actor.userId, purpose: HANDLING, today });
  const subjectOf = async (file: CaseFile): Promise<DraftSubject> => {
    const addressId = file.serviceAddress?.addressId;
    const serviceAddress =
      addressId === undefined ? null : await readServiceAddress(tx, deps.encryption, addressId);
    return { file, pack, calendar, catalog, authority, party, today, serviceAddress };
  };
  return { visible, law, subjectOf };
}

/** What a draft says where a paper will have its number. */
const NUMBER_TO_COME = "（签发时编号）";

/** The case with a word in the place of every number that is still to be given, for drafts that refer to such papers. */
export function withNumbersToCome(file: CaseFile): CaseFile {
  const papers = file.papers.map((paper) => ({ ...paper, number: paper.number ?? NUMBER_TO_COME }));
  return { ...file, papers };
}

/**
 * A decision's draft shows what it will say if it is signed today: its periods are counted from today, and it refers to papers that
 * come into being with it.
 */
export function imagineSigned(file: CaseFile, now: Date, law: CaseLaw): CaseFile {
  if (file.proposal === null || file.decision !== null) return file;
  const context = makeContext(law, { actId: "draft", actor: SYSTEM_ACTOR, at: now });
  const { draftHash } = file.proposal;
  const signed = signDecision({ kind: "sign-decision", draftHash }, file, context);
  if (isRefusal(signed)) return file;
  const after = stamp(signed, "system", context).reduce<CaseFile>(evolve, file);
  return { ...withNumbersToCome(after), stage: file.stage };
}
