import { asc, desc, eq } from "drizzle-orm";
import { ADOPTION_ACTS, ADOPTION_KINDS } from "../../domain/adoption/act-table.ts";
import type {
  AdoptionCommandKind,
  AdoptionEvent,
  ListAdoption,
} from "../../domain/adoption/adoption.ts";
import { findMissingForAdoption } from "../../domain/adoption/decide-adoption.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { subjectOf } from "../../records/adoption-rows.ts";
import { listAdoptions, registryEvents } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { readNames } from "./find-case-events.ts";
import { viewFinding, type FindingView } from "./finding-view.ts";
import { requireOfficial } from "./person.ts";
import type { FileView } from "./read-paper-file.ts";
import { isUuid } from "./visible-case.ts";

/** A list that would exist here alone, with what still keeps it from being adopted and what this person can do. */
export interface AdoptionView {
  readonly adoption: ListAdoption;
  readonly missing: readonly FindingView[];
  readonly acts: readonly AdoptionCommandKind[];
}

/** Something that was done on the way. */
export interface AdoptionStep {
  readonly type: AdoptionEvent["type"];
  readonly userName: string;
  readonly at: Date;
}

/** Every list that was proposed, newest first. */
export async function findAdoptions(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
): Promise<readonly AdoptionView[]> {
  requireOfficial(actor);
  return inTransaction(deps.database, async (tx) => {
    const rows = await tx
      .select({ state: listAdoptions.state })
      .from(listAdoptions)
      .orderBy(desc(listAdoptions.registeredAt), desc(listAdoptions.adoptionId));
    const now = await readCaseClock(tx);
    return rows.map(({ state }) => view(state, actor, now));
  });
}

/** One proposed list, with what was done. */
export async function readAdoption(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  adoptionId: string,
): Promise<AdoptionView & { readonly steps: readonly AdoptionStep[] }> {
  requireOfficial(actor);
  return inTransaction(deps.database, async (tx) => {
    const state = await readState(tx, adoptionId);
    const steps = await findSteps(tx, adoptionId);
    return { ...view(state, actor, await readCaseClock(tx)), steps };
  });
}

/** A file that proves a step of the way. */
export async function readAdoptionEvidence(
  deps: Pick<AppDeps, "database" | "blobs">,
  actor: Actor,
  adoptionId: string,
  evidenceId: string,
): Promise<FileView> {
  requireOfficial(actor);
  const { consultations, captures, comment } = await inTransaction(deps.database, (tx) =>
    readState(tx, adoptionId),
  );
  const held = [...consultations, ...captures, ...(comment?.closed ? [comment.closed] : [])];
  const evidence = held.map((each) => each.evidence).find((each) => each.evidenceId === evidenceId);
  if (evidence === undefined) throw new NotFoundError("no such evidence");
  const { fileName, mediaType } = evidence;
  return { bytes: await deps.blobs.get(evidence.blobHash), fileName, mediaType };
}

function view(adoption: ListAdoption, actor: Actor, now: Date): AdoptionView {
  const isLive = adoption.stage !== "adopted" && adoption.stage !== "abandoned";
  const missing = isLive ? findMissingForAdoption(adoption, dayOf(now)).map(viewFinding) : [];
  const acts = ADOPTION_KINDS.filter((kind) => {
    const { roles, stages } = ADOPTION_ACTS[kind];
    return stages.includes(adoption.stage) && actor.roles.some((role) => roles.includes(role));
  });
  return { adoption, missing, acts };
}

async function readState(tx: Transaction, adoptionId: string): Promise<ListAdoption> {
  const [row] = isUuid(adoptionId)
    ? await tx
        .select({ state: listAdoptions.state })
        .from(listAdoptions)
        .where(eq(listAdoptions.adoptionId, adoptionId))
    : [];
  if (row === undefined) throw new NotFoundError("no such proposal");
  return row.state;
}

async function findSteps(tx: Transaction, adoptionId: string): Promise<readonly AdoptionStep[]> {
  const { type, userId, at } = registryEvents;
  const rows = await tx
    .select({ type, userId, at })
    .from(registryEvents)
    .where(eq(registryEvents.subject, subjectOf(adoptionId)))
    .orderBy(asc(registryEvents.seq));
  const names = await readNames(
    tx,
    rows.map((row) => row.userId),
  );
  return rows.map((row) => ({
    type: row.type as AdoptionEvent["type"], // written by `recordAdoptionEvent`
    userName: names.get(row.userId) ?? "系统",
    at: row.at,
  }));
}
