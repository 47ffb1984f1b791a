import { asc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { PartyRole } from "../../domain/parties/party.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { machineNow } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import type { CaseLaw } from "../../records/case-context.ts";
import { CALENDAR_KEY } from "../../records/law-in-force.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { authorities, caseFiles, matters } from "../../schema/index.ts";
import { startCase } from "../../workflow-client/listing-case.ts";
import type { AppDeps } from "../deps.ts";
import { useLead } from "./close-lead.ts";
import { findActivePack } from "./find-active-pack.ts";
import { hashRequest, makeCommandId } from "./command-id.ts";
import { ForbiddenError, KeyReusedError } from "./faults.ts";
import { judgeOpening } from "./judge-opening.ts";
import { checkProposal, type MatterProposal } from "./matter-proposal.ts";
import { evidenceTaker } from "./read-upload.ts";
import { storeMatter } from "./store-matter.ts";

/** A matter to be opened: by whom, under which key of the caller, and what. */
export interface OpeningRequest {
  readonly actor: Actor;
  readonly idempotencyKey: string;
  /** Checked here. */
  readonly proposal: MatterProposal;
}

/** A case file that was opened. */
export interface OpenedCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly partyRole: PartyRole;
}

export type OpeningOutcome =
  | {
      readonly outcome: "accepted";
      readonly matterId: string;
      readonly cases: readonly OpenedCase[];
    }
  | { readonly outcome: "refused"; readonly refusal: Refusal };

type OpeningDeps = Pick<
  AppDeps,
  "database" | "law" | "codes" | "encryption" | "commandIdKey" | "temporal" | "logger"
>;

/**
 * Opens a matter (立案) with one case file for each party, all in one transaction; sent twice, it is opened once. The workflows
 * of its cases start afterwards; those that do not are started by the dispatcher.
 */
export async function openMatter(
  deps: OpeningDeps,
  request: OpeningRequest,
): Promise<OpeningOutcome> {
  const { actor } = request;
  const proposal = checkProposal(request.proposal);
  const take = evidenceTaker(deps, actor);
  const evidence = await Promise.all(proposal.evidence.map(take));
  const requestId = makeCommandId(
    deps.commandIdKey,
    actor.userId,
    "open-matter",
    request.idempotencyKey,
  );
  const requestHash = hashRequest(deps.commandIdKey, proposal);
  const outcome = await inTransaction(deps.database, async (tx): Promise<OpeningOutcome> => {
    // Two openings under one key wait for each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${requestId}, 0))`);
    const known = await findKnown(tx, requestId, requestHash);
    if (known !== null) return known;
    const now = await readNow(tx);
    const law = await readLaw(deps, tx, actor, proposal.listId);
    const judged =
      "findings" in law ? law : judgeOpening({ law, actor, at: now, proposal, evidence });
    if ("findings" in judged) {
      const refused = { caseId: null, commandId: null, act: "open-case", actor };
      await storeRefusal(tx, { ...refused, refusal: judged });
      return { outcome: "refused", refusal: judged };
    }
    const stored = await storeMatter(deps, tx, { actor, now, requestId, requestHash, judged });
    if (stored.outcome === "accepted" && proposal.leadId !== undefined) {
      await useLead(tx, actor, proposal.leadId, stored.matterId);
    }
    return stored;
  });
  if (outcome.outcome === "accepted") await startWorkflows(deps, outcome.cases);
  return outcome;
}

async function findKnown(
  tx: Transaction,
  requestId: string,
  requestHash: string,
): Promise<OpeningOutcome | null> {
  const rows = await tx
    .select({ matterId: matters.matterId, hash: matters.requestHash, file: caseFiles.state })
    .from(matters)
    .innerJoin(caseFiles, eq(caseFiles.matterId, matters.matterId))
    .where(eq(matters.requestId, requestId))
    .orderBy(asc(caseFiles.caseNumber));
  const first = rows[0];
  if (first === undefined) return null;
  if (first.hash !== requestHash) throw new KeyReusedError("another opening has this key");
  const cases = rows.map(({ file: { caseId, caseNumber, partyRole } }) => ({
    caseId,
    caseNumber,
    partyRole,
  }));
  return { outcome: "accepted", matterId: first.matterId, cases };
}

/** The law that a new case is opened under: the active version of the list's pack, or why there is none. */
async function readLaw(
  deps: OpeningDeps,
  tx: Transaction,
  actor: Actor,
  listId: string,
): Promise<CaseLaw | Refusal> {
  if (actor.authorityId === null || !actor.roles.includes("case-officer")) {
    throw new ForbiddenError("only a case officer of an authority opens cases");
  }
  const [row] = await tx
    .select({
      authority: authorities.profile,
      key: CALENDAR_KEY,
    })
    .from(authorities)
    .where(eq(authorities.authorityId, actor.authorityId));
  if (row === undefined) throw new Error("no authority of this id");
  const pack = await findActivePack(tx, listId);
  if ("findings" in pack) return pack;
  const calendar = await deps.law.readCalendar(tx, row.key);
  const books = await deps.law.readBooks(tx, row.key);
  return { authority: row.authority, pack, calendar, books };
}

async function readNow(tx: Transaction): Promise<Date> {
  const result = await tx.execute<{ now: string }>(sql`select case_clock_now()::text as now`);
  return new Date(result.rows[0]?.now ?? "");
}

/** How long an opening waits for Temporal before it leaves the rest to the dispatcher. */
const START_WITHIN_MS = 2_000;

async function startWorkflows(
  { database, temporal, logger }: OpeningDeps,
  cases: readonly OpenedCase[],
): Promise<void> {
  const deadline = machineNow().getTime() + START_WITHIN_MS;
  await Promise.all(
    cases.map(({ caseId }) =>
      temporal.connection
        .withDeadline(deadline, () => startCase({ client: temporal.client, database }, caseId))
        .catch((error: unknown) => {
          logger.warn({ err: error, caseFileId: caseId }, "the workflow is started later");
        }),
    ),
  );
}
