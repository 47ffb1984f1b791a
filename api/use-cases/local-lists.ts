import { randomUUID } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { AdoptionCommandKind, ListAdoption } from "../../domain/adoption/adoption.ts";
import {
  decideAdoption,
  decideRegistration,
  isAdoptionRefusal,
  type AdoptionContext,
  type AdoptionRuling,
} from "../../domain/adoption/decide-adoption.ts";
import { refuseContent } from "../../domain/case-file/judgement.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import type { RegistryVerdict } from "../../domain/registry-verdict.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { lockAdoption, recordAdoptionEvent, subjectOf } from "../../records/adoption-rows.ts";
import { readCalendarNow } from "../../records/law-in-force.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { keepRegistryAct } from "../../records/registry-acts.ts";
import { listAdoptions } from "../../schema/index.ts";
import { ADOPTION_BODIES, REGISTRATION_BODY } from "../acts/adoption-bodies.ts";
import type { AppDeps } from "../deps.ts";
import { announceAdoption } from "./announce-adoption.ts";
import { hashRequest, makeCommandId } from "./command-id.ts";
import { KeyReusedError, NotFoundError } from "./faults.ts";
import { requireOfficial } from "./person.ts";
import { evidenceTaker } from "./read-upload.ts";
import { isUuid } from "./visible-case.ts";

/** An act as it comes in: by whom, under which key of the caller, and a body that is still to be checked. */
export interface IncomingRegistryAct {
  readonly actor: Actor;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

type AdoptDeps = Pick<AppDeps, "database" | "law" | "commandIdKey" | "temporal" | "logger">;

const REGISTRY = "list-adoptions";

/** Enters a list that would exist here alone (登记拟设的地方名单), or says which article stands against it. */
export async function registerLocalList(
  deps: AdoptDeps,
  act: IncomingRegistryAct,
): Promise<RegistryVerdict> {
  requireOfficial(act.actor);
  const registration = await REGISTRATION_BODY.toCommand(act.body, evidenceTaker(deps, act.actor));
  const adoptionId = randomUUID();
  return keep(
    deps,
    act,
    { subject: REGISTRY, kind: "register-list", request: registration },
    (tx) =>
      rule(deps, tx, act.actor, "register-list", null, async (context) => {
        const ruling = decideRegistration(registration, adoptionId, context);
        const isLawful = !isAdoptionRefusal(ruling);
        return isLawful && (await isTaken(tx, registration.listId)) ? TAKEN : ruling;
      }),
  );
}

/** Does one step of the way to a local list (地方名单制定的一步). */
export async function doAdoptionAct(
  deps: AdoptDeps,
  act: IncomingRegistryAct & { readonly adoptionId: string; readonly kind: AdoptionCommandKind },
): Promise<RegistryVerdict> {
  const { actor, adoptionId, kind, body } = act;
  requireOfficial(actor);
  if (!isUuid(adoptionId)) throw new NotFoundError("no such proposal");
  const command = await ADOPTION_BODIES[kind].toCommand(body, evidenceTaker(deps, actor));
  return keep(deps, act, { subject: subjectOf(adoptionId), kind, request: command }, async (tx) => {
    const adoption = await lockAdoption(tx, adoptionId);
    if (adoption === null) throw new NotFoundError("no such proposal");
    return rule(deps, tx, actor, kind, adoption, (context) =>
      Promise.resolve(decideAdoption(command, adoption, context)),
    );
  });
}

const TAKEN = refuseContent(
  "已有这一代码的地方名单，或者正在制定",
  "请核对名单代码，或者继续办理已登记的名单",
  "地方名单制定",
);

async function isTaken(tx: Transaction, listId: string): Promise<boolean> {
  const [row] = await tx
    .select({ adoptionId: listAdoptions.adoptionId })
    .from(listAdoptions)
    .where(and(eq(listAdoptions.listId, listId), ne(listAdoptions.stage, "abandoned")));
  return row !== undefined;
}

/** Keeps the act with its verdict, then tells the workflow; whatever goes wrong there is made good by the dispatcher. */
async function keep(
  deps: AdoptDeps,
  { actor, idempotencyKey }: IncomingRegistryAct,
  { subject, kind, request }: { subject: string; kind: string; request: object },
  work: (tx: Transaction) => Promise<RegistryVerdict>,
): Promise<RegistryVerdict> {
  const actId = makeCommandId(deps.commandIdKey, actor.userId, subject, idempotencyKey);
  const requestHash = hashRequest(deps.commandIdKey, { kind, ...request });
  const act = { actId, subject, kind, requestHash, userId: actor.userId };
  const verdict = await inTransaction(deps.database, (tx) =>
    keepRegistryAct(tx, act, () => work(tx)),
  );
  if (verdict === null) throw new KeyReusedError("another act has this key");
  if (verdict.outcome === "accepted") await announceAdoption(deps, verdict.subjectId);
  return verdict;
}

async function rule(
  deps: AdoptDeps,
  tx: Transaction,
  actor: Actor,
  kind: string,
  before: ListAdoption | null,
  decide: (context: AdoptionContext) => Promise<AdoptionRuling>,
): Promise<RegistryVerdict> {
  const now = await readCaseClock(tx);
  const calendar = await readCalendarNow(deps.law, tx);
  const ruling = await decide({ today: dayOf(now), actor, calendar });
  if (isAdoptionRefusal(ruling)) {
    await storeRefusal(tx, { caseId: null, commandId: null, act: kind, actor, refusal: ruling });
    return { outcome: "refused", refusal: ruling };
  }
  const by = { userId: actor.userId, at: now };
  const { adoptionId, version } = await recordAdoptionEvent(tx, before, ruling, by);
  return { outcome: "accepted", subjectId: adoptionId, version };
}
