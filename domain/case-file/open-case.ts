import { findBreaches } from "../rules/rule.ts";
import { RULES } from "../rules/index.ts";
import { PARTY_KIND_TITLES, PARTY_ROLE_TITLES } from "../glossary.ts";
import type { PartyKind, PartyRole } from "../parties/party.ts";
import type { LawPack } from "../packs/law-pack.ts";
import { valueOf } from "../packs/pack-values.ts";
import { evolve } from "./evolve.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";
import type { DecideContext } from "./context.ts";
import { stamp } from "./decide.ts";
import { refuseByLaw, refuseContent, type Judgement } from "./judgement.ts";
import type { Refusal } from "../refusal.ts";
import { setDeadline } from "./set-deadline.ts";
import type { CaseFile } from "./state.ts";

/** One party of a matter whose case file is to be opened: ids and numbers are given by the recorder. */
export interface CaseOpening {
  readonly caseId: string;
  readonly matterId: string;
  readonly caseNumber: string;
  readonly catalogEdition: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyRole: PartyRole;
}

/**
 * Opens a case file (立案) for one party and one list: by an officer of the authority, under a pack that the authority may decide
 * on (R11, R12, R25), for a kind of party that the list knows.
 */
export function openCase(opening: CaseOpening, context: DecideContext): Judgement {
  const [opened] = stamp([describe(opening, context)], "case-officer", context);
  if (opened === undefined) throw new Error("stamping one event gave none");
  const file = evolve(null, opened);
  const findings = findBreaches(RULES, { act: "open-case", command: null, file, context });
  const refusal =
    refuseStranger(context) ??
    (findings.length > 0 ? refuseByLaw(findings) : refuseParty(opening, context.pack));
  return refusal === null
    ? { kind: "accepted", events: [opened, ...startDecisionClock(file, context)] }
    : { kind: "refused", refusal };
}

/** Where the list's rule sets a limit from the opening to the decision, it is counted from the first day on. */
function startDecisionClock(file: CaseFile, context: DecideContext): readonly CaseEvent[] {
  if (valueOf(context.pack, "decisionDays").value === null) return [];
  return stamp([setDeadline(file, "decision", context.today, context)], "case-officer", context);
}

function describe(opening: CaseOpening, context: DecideContext): CaseEventData {
  return {
    type: "CaseFileOpened",
    ...opening,
    listId: context.pack.listId,
    packVersion: context.pack.version,
    authorityId: context.authority.authorityId,
    openedOn: context.today,
  };
}

function refuseStranger({ actor, authority }: DecideContext): Refusal | null {
  const mayOpen =
    actor.roles.includes("case-officer") && actor.authorityId === authority.authorityId;
  if (mayOpen) return null;
  const missing = "您的账号不能在该机关立案";
  const toDo = "请由该机关的承办人办理；如职责有误，请联系管理员";
  return {
    kind: "role",
    findings: [{ ruleId: "role", title: "办理权限", citations: [], missing, toDo }],
  };
}

function refuseParty({ partyKind, partyRole }: CaseOpening, pack: LawPack): Refusal | null {
  const isKnown =
    pack.partyKinds.includes(partyKind) &&
    (partyRole === (pack.mainRole ?? "employer") || pack.coListedRoles.includes(partyRole));
  if (isKnown) return null;
  const party = `${PARTY_KIND_TITLES[partyKind]}（${PARTY_ROLE_TITLES[partyRole]}）`;
  return refuseContent(`“${pack.listName}”不列入${party}`, "请核对当事人类别和列入身份");
}
