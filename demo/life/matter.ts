import { parseDay, printDay } from "../../domain/deadlines/calendar-day.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";
import type { Session } from "./http-session.ts";
import { makeUpResidentIdNumber, makeUpUscc } from "./made-up-parties.ts";

/** A made-up matter of wage arrears: who, what happened, and which files prove it. */
export interface MadeUpMatter {
  readonly serial: number;
  readonly company: string;
  readonly legalRepresentative: string;
  readonly siteManager: string | null;
  readonly workers: number;
  readonly amount: number;
  /** Days of the order to pay: issued and served, and the end of its limit. */
  readonly orderedOn: string;
  readonly limitEndsOn: string;
}

/** A case file that was opened, with the last six characters with which its party signs in. */
export interface OpenedParty {
  readonly caseId: string;
  readonly partyRole: string;
  readonly factor: string;
}

/** Opens a matter over the API: one case file for each party, with document, evidence, grounds and measures. */
export async function openMatter(
  officer: Session,
  matter: MadeUpMatter,
): Promise<readonly OpenedParty[]> {
  const order = await uploadText(
    officer,
    "责令限期改正指令书.txt",
    `限${matter.limitEndsOn}前支付`,
  );
  const payroll = await uploadText(officer, "工资拖欠明细.txt", `共${String(matter.workers)}人`);
  const parties = listParties(matter);
  const opened = await officer.post<{ cases: readonly { caseId: string; partyRole: string }[] }>(
    "/api/matters",
    {
      listId: "unpaid-wages",
      parties,
      evidence: [
        { uploadId: order, title: "责令限期改正指令书及送达回证", kind: "document" },
        { uploadId: payroll, title: "工资拖欠明细表", kind: "document" },
      ],
      basisDocument: describeOrder(matter, order),
      grounds: describeGrounds(matter, order, payroll),
      measures: [biddingLimit()],
    },
  );
  return opened.cases.map(({ caseId, partyRole }) => {
    const party = parties.find((each) => each.role === partyRole);
    return { caseId, partyRole, factor: party?.identifier.slice(-6) ?? "" };
  });
}

/** Uploads a small text as evidence and answers with the id of the upload. */
export async function uploadText(session: Session, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`【示例】${text}\n`);
  return session.upload(name, bytes, "text/plain");
}

/** The limit on bidding, the one measure of the catalog that this list can carry, with its test of proportionality. */
export function biddingLimit() {
  return {
    rowId: "M03",
    edition: STARTER_EDITION.id,
    article: "第四十八条",
    proportionality: {
      gravity: 3,
      link: "拖欠工资发生在承包工程中，与参加投标活动直接相关",
      milderAlternative: "经约谈和责令仍不支付，较轻的措施不足以防止再次拖欠",
    },
  };
}

function listParties(matter: MadeUpMatter) {
  const address = "【示例】苍梧县示例路8号";
  const person = (role: string, name: string, year: number) => ({
    kind: "natural-person",
    role,
    name,
    identifier: makeUpResidentIdNumber(year),
    address,
    phone: "",
  });
  const base = 1960 + (matter.serial % 20);
  return [
    {
      kind: "legal-person",
      role: "employer",
      name: matter.company,
      identifier: makeUpUscc(matter.serial),
      address,
      phone: "0774-0000009",
    },
    person("legal-representative", matter.legalRepresentative, base),
    ...(matter.siteManager === null
      ? []
      : [person("responsible-manager", matter.siteManager, base + 20)]),
  ];
}

function describeOrder(matter: MadeUpMatter, evidenceId: string) {
  return {
    kind: "correction-order",
    number: `苍人社监令字〔2026〕第${String(matter.serial)}号`,
    issuingOrgan: "【示例】苍梧县人力资源和社会保障局",
    issuedOn: matter.orderedOn,
    effectiveOn: matter.orderedOn,
    servedOn: matter.orderedOn,
    complianceEndsOn: matter.limitEndsOn,
    finality: "open",
    evidenceId,
  };
}

function describeGrounds(matter: MadeUpMatter, order: string, payroll: string) {
  const { workers, amount, limitEndsOn } = matter;
  return {
    criteria: [
      {
        criterionId: "overdue",
        facts: `经责令限期支付，至${printDay(parseDay(limitEndsOn))}逾期仍未支付`,
        evidenceIds: [order],
      },
      {
        criterionId: "amount",
        facts: `拖欠${String(workers)}名劳动者工资共计${String(amount)}元`,
        evidenceIds: [payroll],
      },
    ],
    reasons: "经责令限期支付逾期未支付，拖欠人数和数额均达到规定标准",
  };
}
