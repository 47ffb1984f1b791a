import type { Actor } from "../../domain/case-file/actor.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { replay } from "../../domain/case-file/evolve.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import type { Transaction } from "../../platform/database.ts";
import { nextNumber } from "../../records/number-papers.ts";
import { CALENDAR_KEY } from "../../records/law-in-force.ts";
import { NOTHING_RECORDED, recordEvents, rowOf, saveCase } from "../../records/record-events.ts";
import { CHAIN_START } from "../../records/chain.ts";
import { sealParty } from "../../records/sealed-party.ts";
import { caseFiles, matters, parties } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import type { JudgedCase, JudgedMatter } from "./judge-opening.ts";
import type { OpenedCase, OpeningOutcome } from "./open-matter.ts";

/** A matter that may be opened, and the request that it goes back to. */
export interface AcceptedOpening {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly requestHash: string;
  readonly judged: JudgedMatter;
}

type StoreDeps = Pick<AppDeps, "codes" | "encryption">;

/** Stores a matter: parties sealed, case numbers given, the first events of every case recorded. */
export async function storeMatter(
  deps: StoreDeps,
  tx: Transaction,
  opening: AcceptedOpening,
): Promise<OpeningOutcome> {
  const { actor, now, requestId, requestHash, judged } = opening;
  const first = replay(judged.cases[0]?.events ?? []);
  if (first === null) throw new Error("a matter has no case");
  const { matterId, listId } = first;
  await tx.insert(matters).values({
    matterId,
    listId,
    authorityId: judged.authority.authorityId,
    openedBy: actor.userId,
    openedAt: now,
    requestId,
    requestHash,
  });
  const cases: OpenedCase[] = [];
  for (const each of judged.cases) cases.push(await storeCase(deps, tx, opening, each));
  return { outcome: "accepted", matterId, cases };
}

async function storeCase(
  deps: StoreDeps,
  tx: Transaction,
  { now, judged: { authority } }: AcceptedOpening,
  judged: JudgedCase,
): Promise<OpenedCase> {
  const caseNumber = await nextNumber(tx, `${authority.shortName}立`, dayOf(now).slice(0, 4));
  const events = judged.events.map((event) => withNumber(event, caseNumber));
  const file = replay(events);
  if (file === null) throw new Error("a case has no events");
  const { caseId, matterId, listId, authorityId, partyId, officerId } = file;
  await tx.insert(parties).values(sealParty(deps.encryption, partyId, judged.party));
  await tx.insert(caseFiles).values({
    caseId,
    matterId,
    caseNumber,
    listId,
    authorityId,
    partyId,
    officerId,
    openedAt: now,
    updatedAt: now,
    countedWith: CALENDAR_KEY,
    ...rowOf(file, CHAIN_START),
  });
  const recorded = await recordEvents(tx, deps.codes, authority, NOTHING_RECORDED, events);
  await saveCase(tx, recorded.file, recorded.chainHead, now);
  return { caseId, caseNumber, partyRole: file.partyRole };
}

function withNumber(event: CaseEvent, caseNumber: string): CaseEvent {
  return event.type === "CaseFileOpened" ? { ...event, caseNumber } : event;
}
