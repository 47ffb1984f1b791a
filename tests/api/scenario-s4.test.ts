import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import type { Authority } from "../../domain/authorities/authority.ts";
import { WORK_SAFETY_PACK } from "../../domain/packs/work-safety.ts";
import {
  activateWithDemonstrationValues,
  addAuthority,
  tickOffMeasures,
  type Team,
} from "../support/other-authority.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { playOn, type ScenarioPlay } from "../support/scenario-play.ts";

/** 【虚构】 the city's emergency-management authority. */
const SAFETY: Authority = {
  authorityId: "wuzhou-em",
  name: "【虚构】梧州市应急管理局",
  shortName: "梧应急",
  level: "city",
  competentLists: ["work-safety"],
  reconsiderationOrgan: "【虚构】梧州市人民政府",
  court: "【虚构】梧州市示例人民法院",
  contactAddress: "【虚构】梧州市示例路3号",
  contactPhone: "0774-0000003",
};
const EDITION = "sample-2026";
const MEASURE = {
  rowId: "M25",
  edition: EDITION,
  article: "第七十八条",
  proportionality: {
    gravity: 3,
    link: "瞒报事故与安全生产监管直接相关",
    milderAlternative: "约谈、通报不足以防止再次瞒报",
  },
};

let api: RunningApi;
let play: ScenarioPlay;
let team: Team;
let company: string;
let principal: string;

beforeAll(async () => {
  api = await startRunningApi("2026-04-20", { dispatcher: true });
  play = playOn(api);
  team = await addAuthority(api, SAFETY);
  await activateWithDemonstrationValues(api, WORK_SAFETY_PACK);
  await tickOffMeasures(api, EDITION, "2026-04-21", ["M25"]);
});
afterAll(async () => {
  await api.stop();
});

async function openMatter(): Promise<void> {
  const decision = await team.officer.hand("行政处罚决定书及回证");
  const report = await team.officer.hand("事故调查报告");
  const response = await team.officer.post("/api/matters", {
    listId: "work-safety",
    parties: [
      {
        ...{ kind: "legal-person", role: "subject", name: "【虚构】梧州白鹭湾样例矿业有限公司" },
        ...{ identifier: makeUpUscc(41), address: "【虚构】梧州市示例路41号", phone: "" },
      },
      {
        ...{ kind: "natural-person", role: "legal-representative", name: "【虚构】甘某某" },
        ...{ identifier: makeUpResidentIdNumber(1971), address: "", phone: "" },
      },
    ],
    evidence: [
      { uploadId: decision, title: "行政处罚决定书及送达回证", kind: "document" },
      { uploadId: report, title: "事故调查报告", kind: "document" },
    ],
    basisDocument: {
      ...{ kind: "penalty-decision", number: "梧应急罚〔2026〕1号", issuingOrgan: SAFETY.name },
      ...{ issuedOn: "2026-04-10", effectiveOn: "2026-04-13", servedOn: "2026-04-13" },
      ...{ complianceEndsOn: null, finality: "open", evidenceId: decision },
    },
    grounds: {
      criteria: [
        {
          criterionId: "penalized",
          facts: "因瞒报事故受到行政处罚，情节严重",
          evidenceIds: [decision],
        },
        { criterionId: "concealment", facts: "瞒报一起生产安全事故", evidenceIds: [report] },
      ],
      reasons: "瞒报事故，性质恶劣，情节严重",
    },
    measures: [MEASURE],
  });
  if (response.statusCode !== 201) throw new Error(response.body);
  const { cases } = response.json<{ cases: { caseId: string; partyRole: string }[] }>();
  company = cases.find((each) => each.partyRole === "subject")?.caseId ?? "";
  principal = cases.find((each) => each.partyRole === "legal-representative")?.caseId ?? "";
}

const proposal = {
  outcome: "list",
  reasons: "事实清楚，符合列入标准",
  measures: [MEASURE],
  removalConditions: "列入期满；或者列入满十二个月并符合提前移出条件",
  removalProcedure: "期满自动移出；提前移出的，免费申请",
};

async function applyForRepair(): Promise<void> {
  const party = await api.signInParty(company, makeUpUscc(41).slice(-6));
  await play.does(party, company, "apply-for-repair", {
    statement: "已经完成整改，申请提前移出",
    pledge: { uploadId: await party.hand("信用承诺书"), title: "信用承诺书", kind: "statement" },
    evidence: [],
  });
}

describe("S4 work safety: a May holiday, repair on the national clock, a false proof", () => {
  it("each party has a notice and a window of its own, over the May holiday", async () => {
    await play.moveTo("2026-04-24");
    await openMatter();
    for (const caseId of [company, principal]) {
      await play.does(team.officer, caseId, "submit-for-review");
      await play.does(team.reviewer, caseId, "approve-notice", { opinion: "同意" });
    }
    const elsewhere = { officer: "officer", reasons: "调离" };
    expect((await team.head.act(company, "hand-over-case", elsewhere)).statusCode).toBe(422);
    const colleague = { officer: "wuzhou-em-second-officer", reasons: "原承办人调离" };
    await play.does(team.head, company, "hand-over-case", colleague);
    expect((await play.look(company)).officerId).toBe("wuzhou-em-second-officer");
    await play.moveTo("2026-04-27");
    for (const caseId of [company, principal]) {
      await play.serves(team.officer, caseId, "2026-04-27");
      expect(await play.clock(caseId, "defense-window")).toBe("2026-05-07 open");
    }
  });

  it("nothing is decided on the last day of the window, and everything from the day after", async () => {
    await play.moveTo("2026-05-07");
    const early = await play.isRefused(team.officer, company, "propose-decision", { proposal });
    expect(early).toContain("R20");
    await play.moveTo("2026-05-08");
    for (const caseId of [company, principal]) {
      await play.does(team.officer, caseId, "propose-decision", { proposal });
      await play.does(team.reviewer, caseId, "approve-decision", { opinion: "同意" });
      const { proposal: draft } = await play.look(caseId);
      await play.does(team.head, caseId, "sign-decision", { draftHash: draft?.draftHash ?? "" });
      // The make-up Saturday 05-09 counts.
      expect(await play.clock(caseId, "publication")).toBe("2026-05-18 open");
      expect(await play.clock(caseId, "listing-end")).toBe("2029-05-08 open");
    }
  });

  it("remedies count from service, and roll off the weekend", async () => {
    await play.moveTo("2026-05-12");
    for (const caseId of [company, principal]) {
      await play.serves(team.officer, caseId, "2026-05-12");
      expect(await play.clock(caseId, "reconsideration")).toBe("2026-07-13 open");
      expect(await play.clock(caseId, "litigation")).toBe("2026-11-12 open");
    }
    await play.moveTo("2026-05-13");
    expect(await play.clock(company, "publication")).toBe("2026-05-18 met");
    expect(Object.keys((await play.look(principal)).receipts)).toEqual(["measure-implementers"]);
  });

  it("a repair asked for too early is not accepted, with the day from which it may be asked", async () => {
    await play.moveTo("2026-09-22");
    await applyForRepair();
    expect(await play.clock(company, "repair-acceptance")).toBe("2026-09-28 open");
    expect(await play.clock(company, "repair-decision")).toBe("2026-10-13 open");
    await play.does(team.officer, company, "refuse-repair", { reasons: "列入未满十二个月" });
    const { repairs } = await play.look(company);
    expect(repairs[0]).toMatchObject({ status: "refused", mayAskFrom: "2027-05-08" });
  });

  it("a repair got by a false proof removes the party everywhere", async () => {
    await play.moveTo("2027-05-10");
    await play.does(team.officer, company, "record-fulfilment", {
      ...{ fulfilledOn: "2027-04-30", remark: "整改完成，罚款已缴" },
      evidence: {
        uploadId: await team.officer.hand("缴款凭证"),
        title: "缴款凭证",
        kind: "document",
      },
    });
    await applyForRepair();
    await play.does(team.officer, company, "accept-repair", { opinion: "受理" });
    await play.does(team.head, company, "grant-repair", { reasons: "符合提前移出条件" });
    await play.moveTo("2027-05-11");
    expect(await play.look(company)).toMatchObject({ stage: "closed", removal: { by: "repair" } });
  });

  it("R37 the proof found false, the removal is revoked after notice and defense, and the end stays", async () => {
    await play.moveTo("2027-09-06");
    await play.does(team.officer, company, "propose-restoration", {
      reasons: "缴款凭证系伪造，经财政部门核实没有缴款",
      evidence: [
        { uploadId: await team.officer.hand("核实函"), title: "财政部门核实函", kind: "document" },
      ],
    });
    const silent = await play.isRefused(team.head, company, "restore-listing", { reasons: "伪造" });
    expect(silent).toContain("R37");
    await play.serves(team.officer, company, "2027-09-06");
    expect(await play.clock(company, "defense-window")).toBe("2027-09-13 open");
    await play.moveTo("2027-09-14");
    await play.does(team.reviewer, company, "review-restoration", {
      agrees: true,
      opinion: "同意",
    });
    await play.does(team.head, company, "restore-listing", { reasons: "移出所依据的凭证系伪造" });
    await play.serves(team.officer, company, "2027-09-14");
    await play.moveTo("2027-09-15");
    const restored = await play.look(company);
    expect(restored).toMatchObject({
      stage: "published",
      publicationState: "shown",
      removal: null,
    });
    expect(await play.clock(company, "listing-end")).toBe("2029-05-08 open");
    const register = await api.app.inject({
      url: `/api/register?name=${encodeURIComponent("白鹭湾")}`,
    });
    expect(register.json<{ rows: unknown[] }>().rows).toHaveLength(1);
    const kinds = restored.papers.map((paper) => paper.kind);
    expect(kinds).toEqual(expect.arrayContaining(["restoration-notice", "restoration-decision"]));
    expect(restored.papers.every((paper) => paper.fileHash !== null)).toBe(true);
  });

  it("ends by itself on the old day", async () => {
    await play.moveTo("2029-05-08");
    expect((await play.look(company)).stage).toBe("published");
    await play.moveTo("2029-05-09");
    expect(await play.look(company)).toMatchObject({
      stage: "closed",
      removal: { by: "expiry", removedOn: "2029-05-09" },
    });
  });
});
