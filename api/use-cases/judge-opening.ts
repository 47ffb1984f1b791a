import { randomUUID } from "node:crypto";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { decide } from "../../domain/case-file/decide.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { evolve, replay } from "../../domain/case-file/evolve.ts";
import { openCase, type CaseOpening } from "../../domain/case-file/open-case.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { catalogEditionOn } from "../../domain/registries/law-books.ts";
import type { PartyData } from "../../domain/masking/profiles.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { makeContext, type CaseLaw } from "../../records/case-context.ts";
import { birthDayOf } from "../../domain/parties/resident-identity-number.ts";
import { toBasisDocument } from "../acts/basis-document.ts";
import { toPartyData, type MatterProposal, type ProposedParty } from "./matter-proposal.ts";

/** One case file of a matter as it may be opened; its number is given when it is stored. */
export interface JudgedCase {
  readonly party: PartyData;
  readonly events: readonly CaseEvent[];
}

/** A matter that may be opened. */
export interface JudgedMatter {
  readonly authority: Authority;
  readonly cases: readonly JudgedCase[];
}

/** An opening to be judged. */
export interface ProposedOpening {
  readonly law: CaseLaw;
  readonly actor: Actor;
  readonly at: Date;
  readonly proposal: MatterProposal;
  readonly evidence: readonly Evidence[];
}

/** Judges every case of a matter with all that was handed in for it; one refusal refuses the whole. */
export function judgeOpening(opening: ProposedOpening): Refusal | JudgedMatter {
  const matterId = randomUUID();
  const cases: JudgedCase[] = [];
  for (const party of opening.proposal.parties) {
    const events = judgeOne(opening, matterId, party);
    if ("findings" in events) return events;
    cases.push({ party: toPartyData(party), events });
  }
  return { authority: opening.law.authority, cases };
}

function judgeOne(
  opening: ProposedOpening,
  matterId: string,
  party: ProposedParty,
): Refusal | readonly CaseEvent[] {
  const caseId = randomUUID();
  const { law, actor, at } = opening;
  const context = makeContext(
    law,
    { actId: `${caseId}.opened`, actor, at },
    { birthDay: party.kind === "natural-person" ? birthDayOf(party.identifier) : null },
  );
  const edition = catalogEditionOn(law.books, context.today);
  const opened = openCase(describe(caseId, matterId, party, edition), context);
  if (opened.kind === "refused") return opened.refusal;
  let events = opened.events;
  let file: CaseFile | null = replay(events);
  for (const command of commandsOf(opening, party)) {
    if (file === null) throw new Error("a case was opened without an event");
    const judgement = decide(command, file, context);
    if (judgement.kind === "refused") return judgement.refusal;
    events = [...events, ...judgement.events];
    file = judgement.events.reduce<CaseFile | null>(evolve, file);
  }
  return events;
}

function describe(
  caseId: string,
  matterId: string,
  party: ProposedParty,
  catalogEdition: string,
): CaseOpening {
  return {
    caseId,
    matterId,
    caseNumber: "",
    catalogEdition,
    partyId: randomUUID(),
    partyKind: party.kind,
    partyRole: party.role,
  };
}

/** What was handed in with the opening, as the acts that it stands for; a party's own grounds and measures go before those of all. */
function commandsOf(
  { proposal, evidence }: ProposedOpening,
  party: ProposedParty,
): readonly Command[] {
  const { basisDocument } = proposal;
  const grounds = party.grounds ?? proposal.grounds;
  const measures = party.measures ?? proposal.measures;
  const commands: Command[] = evidence.map((each) => ({ kind: "attach-evidence", evidence: each }));
  if (basisDocument !== undefined) {
    commands.push({ kind: "record-basis-document", document: toBasisDocument(basisDocument) });
  }
  if (grounds !== undefined) commands.push({ kind: "state-grounds", grounds });
  if (measures !== undefined) commands.push({ kind: "choose-measures", measures });
  return commands;
}
