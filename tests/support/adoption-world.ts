import type {
  AdoptionCommand,
  AdoptionEvent,
  Consultation,
  CriteriaSite,
  ListAdoption,
  LocalCriteria,
  Registration,
  SiteCapture,
} from "../../domain/adoption/adoption.ts";
import {
  decideAdoption,
  decideRegistration,
  isAdoptionRefusal,
  type AdoptionRuling,
} from "../../domain/adoption/decide-adoption.ts";
import { evolveAdoption } from "../../domain/adoption/evolve-adoption.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import { OFFICIAL_CALENDAR } from "../../domain/deadlines/calendar.ts";
import type { OfficialRole } from "./running-api.ts";
import { ACTORS } from "./case-world.ts";

/** An invented regulation of the region on credit, in force. */
export const REGISTRATION: Registration = {
  listId: "local/malicious-complaints",
  listName: "【虚构】恶意投诉人严重失信名单",
  proposer: "【虚构】示例局",
  area: 2,
  basis: {
    name: "【虚构】广西壮族自治区示例条例",
    number: "【虚构】公告第1号",
    article: "第三十条",
    rank: "local-regulation",
    organ: "regional-congress",
    matter: "another-matter",
    inForceFrom: parseDay("2026-06-01"),
    inForceTo: null,
  },
};

export const PROOF: Evidence = {
  evidenceId: "2f6c8d1e-0000-4000-8000-000000000001",
  title: "材料",
  kind: "document",
  blobHash: "0".repeat(64),
  fileName: "材料.pdf",
  mediaType: "application/pdf",
};

export const CRITERIA: LocalCriteria = {
  criteria: [{ title: "一年内三次以上捏造事实投诉", article: "第三十一条", group: "all" }],
  removalConditions: "列入满一年并改正",
  removalProcedure: "书面申请，十个工作日内决定",
  remedyMeasures: "可以申请行政复议或者提起行政诉讼",
};

export const GROUPS: readonly Consultation["group"][] = [
  "departments",
  "market-subjects",
  "associations",
  "legal-services",
  "experts",
];

export const SITES: readonly CriteriaSite[] = [
  "city-portal",
  "credit-china-wuzhou",
  "credit-china-guangxi",
  "credit-china",
];

export function consult(group: Consultation["group"]): AdoptionCommand {
  const consultation = {
    group,
    consulted: "【虚构】示例单位",
    consultedOn: parseDay("2026-11-24"),
    result: "没有不同意见",
    evidence: PROOF,
  };
  return { kind: "record-consultation", consultation };
}

export function capture(site: CriteriaSite, day = "2026-12-25"): AdoptionCommand {
  const seen: SiteCapture = {
    site,
    url: `https://example.invalid/${site}`,
    capturedOn: parseDay(day),
    evidence: PROOF,
  };
  return { kind: "publish-criteria", capture: seen };
}

export const OPEN = {
  kind: "open-comment",
  openedOn: parseDay("2026-11-24"),
  place: "https://example.invalid/comment",
} as const satisfies AdoptionCommand;

export function close(day: string): AdoptionCommand {
  return {
    kind: "close-comment",
    closedOn: parseDay(day),
    received: 3,
    digest: "采纳二条，其余说明了理由",
    evidence: PROOF,
  };
}

/** What is ruled when somebody does an act on a day. */
export function rule(
  adoption: ListAdoption,
  command: AdoptionCommand,
  day: string,
  role: OfficialRole = command.kind === "adopt-list" ? "legal-officer" : "supervisor",
): AdoptionRuling {
  const context = { today: parseDay(day), actor: ACTORS[role], calendar: OFFICIAL_CALENDAR };
  return decideAdoption(command, adoption, context);
}

/** What is ruled on a list that is to be entered on a day. */
export function ruleOnRegistration(
  change: Partial<Registration> = {},
  day = "2026-11-23",
  role: OfficialRole = "supervisor",
): AdoptionRuling {
  const context = { today: parseDay(day), actor: ACTORS[role], calendar: OFFICIAL_CALENDAR };
  return decideRegistration({ ...REGISTRATION, ...change }, "adoption-1", context);
}

function eventOf(ruling: AdoptionRuling): AdoptionEvent {
  if (isAdoptionRefusal(ruling)) throw new Error(JSON.stringify(ruling));
  return ruling;
}

/** A proposed list after lawful acts, each on its day. */
export function adoptionAfter(
  ...acts: readonly (readonly [AdoptionCommand, string])[]
): ListAdoption {
  const registered = evolveAdoption(null, eventOf(ruleOnRegistration()));
  return acts.reduce(
    (adoption, [command, day]) => evolveAdoption(adoption, eventOf(rule(adoption, command, day))),
    registered,
  );
}

const STATED = [{ kind: "state-criteria", criteria: CRITERIA }, "2026-11-24"] as const;

/** The acts of a proposal that was asked about and published, and waits to be adopted. */
export const TO_ADOPTION: readonly (readonly [AdoptionCommand, string])[] = [
  STATED,
  ...GROUPS.map((group) => [consult(group), "2026-11-24"] as const),
  [OPEN, "2026-11-24"],
  [close("2026-12-24"), "2026-12-24"],
  ...SITES.map((site) => [capture(site), "2026-12-25"] as const),
];
