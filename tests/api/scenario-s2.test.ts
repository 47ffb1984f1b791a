import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";
import type { Authority } from "../../domain/authorities/authority.ts";
import { MEASURE_CATALOG } from "../../domain/measures/catalog.ts";
import { MARKET_REGULATION_PACK } from "../../domain/packs/market-regulation.ts";
import {
  activateWithDemonstrationValues,
  addAuthority,
  tickOffMeasures,
  type Team,
} from "../support/other-authority.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { playOn, type ScenarioPlay } from "../support/scenario-play.ts";

/** 【虚构】 the county's market-supervision authority. */
const MARKET: Authority = {
  authorityId: "cangwu-amr",
  name: "【虚构】苍梧县市场监督管理局",
  shortName: "苍市监",
  level: "county",
  competentLists: ["market-regulation"],
  reconsiderationOrgan: "【虚构】苍梧县人民政府",
  court: "【虚构】苍梧县人民法院",
  contactAddress: "【虚构】苍梧县示例路4号",
  contactPhone: "0774-0000004",
};
const EDITION = "sample-2026";
const MEASURE_ROW = "M26";

let api: RunningApi;
let play: ScenarioPlay;
let team: Team;
let caseId: string;
let measure: object;

beforeAll(async () => {
  api = await startRunningApi("2026-01-14", { dispatcher: true });
  play = playOn(api);
  team = await addAuthority(api, MARKET);
  await activateWithDemonstrationValues(api, MARKET_REGULATION_PACK, {
    listingTerm: { length: 3, unit: "year" },
    decisionDays: { length: 90, unit: "day" },
  });
  await tickOffMeasures(api, EDITION, "2026-01-15", [MEASURE_ROW]);
  const row = MEASURE_CATALOG.find((each) => each.id === MEASURE_ROW);
  measure = {
    ...{ rowId: MEASURE_ROW, edition: EDITION, article: row?.citations[0]?.article ?? "" },
    proportionality: {
      gravity: 3,
      link: "违法行为发生在食品生产中，与监督检查直接相关",
      milderAlternative: "约谈不足以防止再次违法",
    },
  };
});
afterAll(async () => {
  await api.stop();
});

async function openMatter(): Promise<void> {
  const report = await team.officer.hand("检验报告");
  const response = await team.officer.post("/api/matters", {
    listId: "market-regulation",
    parties: [
      {
        ...{ kind: "legal-person", role: "subject", name: "【虚构】苍梧朱雀桥样例食品厂" },
        ...{ identifier: makeUpUscc(42), address: "【虚构】苍梧县示例路42号", phone: "" },
      },
    ],
    evidence: [{ uploadId: report, title: "检验报告", kind: "document" }],
    grounds: {
      criteria: ["serious-breach", "judged", "heavier-fine"].map((criterionId) => ({
        ...{ criterionId, facts: "生产不符合安全标准的食品，从重处以罚款" },
        evidenceIds: [report],
      })),
      reasons: "性质恶劣、情节严重、社会危害较大，受到较重行政处罚",
    },
    measures: [measure],
  });
  if (response.statusCode !== 201) throw new Error(response.body);
  caseId = response.json<{ cases: { caseId: string }[] }>().cases[0]?.caseId ?? "";
}

const schedule = (heldOn: string, reasons = "") => ({
  ...{ heldOn, startsAt: "09:30", place: "【虚构】苍梧县市场监督管理局会议室" },
  ...{ presider: "【虚构】主持人", closure: "open", reasons },
});

/** The last day of so many working days after the decision of 2026-04-15, as the public reckoning gives it. */
async function count(question: { length: number; region: "CN" | "CN-GX" }): Promise<string> {
  const response = await team.officer.post("/api/deadlines/calculation", {
    ...{ startsOn: "2026-04-15", unit: "working-day", rollRule: "next-working-day" },
    ...{ direction: "after", ...question },
  });
  return response.json<{ endsOn: string }>().endsOn;
}

/** The penalty that the listing rests on. */
async function recordPenalty(): Promise<void> {
  const decision = await team.officer.hand("行政处罚决定书及回证");
  await play.does(team.officer, caseId, "attach-evidence", {
    evidence: { uploadId: decision, title: "行政处罚决定书及送达回证", kind: "document" },
  });
  await play.does(team.officer, caseId, "record-basis-document", {
    document: {
      ...{ kind: "penalty-decision", number: "苍市监罚〔2026〕1号", issuingOrgan: MARKET.name },
      ...{ issuedOn: "2026-03-10", effectiveOn: "2026-03-12", servedOn: "2026-03-12" },
      ...{ complianceEndsOn: null, finality: "open", evidenceId: decision },
    },
  });
}

describe("S2 market regulation: a hearing, consent from above, an annulment", () => {
  it("the case filed on 2026-01-15 is to be decided within ninety days, by 2026-04-15", async () => {
    await play.moveTo("2026-01-15");
    await openMatter();
    expect(await play.clock(caseId, "decision")).toBe("2026-04-15 open");
  });

  it("the notice of 2026-03-24 lets a hearing be asked for until 2026-03-31", async () => {
    await play.moveTo("2026-03-18");
    await recordPenalty();
    await play.does(team.officer, caseId, "submit-for-review");
    await play.does(team.reviewer, caseId, "approve-notice", { opinion: "同意" });
    await play.moveTo("2026-03-24");
    await play.serves(team.officer, caseId, "2026-03-24");
    expect(await play.clock(caseId, "hearing-request")).toBe("2026-03-31 open");
    await play.moveTo("2026-03-30");
    const party = await api.signInParty(caseId, makeUpUscc(42).slice(-6));
    await play.does(party, caseId, "request-hearing", { reasons: "对处罚数额有异议" });
  });

  it("R21 a hearing on 2026-04-13 is told of by 2026-04-01, and never on 04-02", async () => {
    await play.moveTo("2026-04-01");
    const short = await play.isRefused(
      team.reviewer,
      caseId,
      "schedule-hearing",
      schedule("2026-04-10"),
    );
    expect(short).toEqual(["R21"]);
    await play.does(team.reviewer, caseId, "schedule-hearing", schedule("2026-04-13"));
    await play.serves(team.officer, caseId, "2026-04-01");
    await play.moveTo("2026-04-02");
    const late = await play.isRefused(
      team.reviewer,
      caseId,
      "schedule-hearing",
      schedule("2026-04-13", "改换会议室"),
    );
    expect(late).toEqual(["R21"]);
  });

  it("is held, answered, drafted and reviewed; the decision waits for the consent from above", async () => {
    await play.moveTo("2026-04-13");
    const minutes = await team.reviewer.hand("听证笔录");
    await play.does(team.reviewer, caseId, "hold-hearing", {
      ...{ attendance: "attended", attendees: "【虚构】当事人、调查人员" },
      ...{ investigation: "检验报告不合格", points: ["检验方法有误"], signature: "signed" },
      ...{ remark: "", evidence: { uploadId: minutes, title: "听证笔录", kind: "record" } },
    });
    const { statements } = await play.look(caseId);
    const answers = statements
      .flatMap((statement) => statement.points)
      .map(({ pointId }) => ({
        ...{ pointId, outcome: "not-accepted", reasons: "检验机构有资质，方法符合标准" },
      }));
    await play.does(team.officer, caseId, "answer-defense", { answers });
    await play.does(team.officer, caseId, "propose-decision", {
      proposal: {
        ...{ outcome: "list", reasons: "事实清楚，符合列入标准", measures: [measure] },
        removalConditions: "列入期满；或者列入满一年并符合提前移出条件",
        removalProcedure: "期满自动移出；提前移出的，免费申请",
      },
    });
    await play.moveTo("2026-04-14");
    await play.does(team.reviewer, caseId, "approve-decision", { opinion: "同意" });
    const draftHash = (await play.look(caseId)).proposal?.draftHash ?? "";
    const early = await play.isRefused(team.head, caseId, "sign-decision", { draftHash });
    expect(early).toEqual(["stage", "R25"]);
    await play.does(team.officer, caseId, "record-upper-consent", {
      ...{ organ: "【虚构】梧州市市场监督管理局", number: "梧市监函〔2026〕1号" },
      consentedOn: "2026-04-14",
      evidence: {
        ...{ uploadId: await team.officer.hand("同意函"), title: "同意函", kind: "document" },
      },
    });
  });

  it("the decision of 2026-04-15 is served and published by 2026-04-28, over 三月三", async () => {
    await play.moveTo("2026-04-15");
    const draftHash = (await play.look(caseId)).proposal?.draftHash ?? "";
    await play.does(team.head, caseId, "sign-decision", { draftHash });
    expect(await play.clock(caseId, "decision")).toBe("2026-04-15 met");
    expect(await play.clock(caseId, "decision-service")).toBe("2026-04-28 open");
    expect(await play.clock(caseId, "publication")).toBe("2026-04-28 open");
    // By the national calendar alone it would be four days earlier; so with the twenty days of the enterprise publicity system.
    expect(await count({ length: 7, region: "CN" })).toBe("2026-04-24");
    expect(await count({ length: 20, region: "CN-GX" })).toBe("2026-05-19");
    expect(await count({ length: 20, region: "CN" })).toBe("2026-05-15");
    await play.moveTo("2026-04-17");
    await play.serves(team.officer, caseId, "2026-04-17");
    expect(await play.clock(caseId, "reconsideration")).toBe("2026-06-16 open");
    expect(await play.clock(caseId, "litigation")).toBe("2026-10-19 open");
    await play.moveTo("2026-04-20");
    expect(await play.look(caseId)).toMatchObject({
      stage: "published",
      publicationState: "shown",
    });
  });

  it("without an annulment the party might ask for early removal from 2027-04-15", async () => {
    const party = await api.signInParty(caseId, makeUpUscc(42).slice(-6));
    const { earlyRemoval } = (await party.get("/api/own-case")).json<{
      earlyRemoval: readonly { source: { id: string }; from: string | null }[];
    }>();
    expect(earlyRemoval.map(({ source, from }) => [source.id, from])).toEqual([
      ["order44", "2027-04-15"],
    ]);
  });

  it("the penalty annulled on 2026-07-10: out of sight at once, withdrawn by 2026-07-15, recalled from all", async () => {
    const supervisor = await api.signIn("supervisor");
    const looked = await supervisor.post(`/api/case-files/${caseId}/readings`, {
      purpose: "核对公示信息",
    });
    expect(looked.statusCode).toBe(200);
    await play.moveTo("2026-07-10");
    const { basisDocuments } = await play.look(caseId);
    await play.does(team.officer, caseId, "record-basis-annulled", {
      ...{ documentId: basisDocuments[0]?.documentId ?? "", organ: "【虚构】苍梧县人民政府" },
      ...{ number: "苍政复决字〔2026〕1号", annulledOn: "2026-07-10" },
      evidence: {
        ...{ uploadId: await team.officer.hand("复议决定书"), title: "复议决定书" },
        kind: "document",
      },
    });
    expect((await play.look(caseId)).publicationState).toBe("suspended");
    expect(await play.clock(caseId, "annulment-withdrawal")).toBe("2026-07-15 open");
    await play.moveTo("2026-07-13");
    await play.does(team.head, caseId, "sign-annulment", { reasons: "处罚决定被复议机关撤销" });
    await play.moveTo("2026-07-14");
    const recalled = await play.look(caseId);
    expect(recalled).toMatchObject({ stage: "harm-repair", publicationState: "removed" });
    expect(recalled.harmItems.map((each) => each.itemId)).toEqual([
      `measure/${MEASURE_ROW}`,
      "reader/oversight",
      "clarification",
      "reliance",
    ]);
    const versions = Object.values(recalled.receipts).map((receipt) => receipt.version);
    expect(new Set(versions)).toEqual(new Set([recalled.publicationVersion]));
    const early = await play.isRefused(team.head, caseId, "certify-harm-repair", {
      statement: "列入有误，特此致歉",
    });
    expect(new Set(early)).toEqual(new Set(["R22"]));
    const incidents = await supervisor.get("/api/incidents?state=unreported");
    const own = incidents
      .json<{ rows: { caseId: string; kind: string }[] }>()
      .rows.filter((row) => row.caseId === caseId);
    expect(own.map((row) => row.kind)).toContain("unlawful-determination");
  });

  it("R22 the harm is undone item by item, and certified", async () => {
    for (const { itemId } of (await play.look(caseId)).harmItems) {
      await play.does(team.officer, caseId, "settle-harm-item", {
        ...{ itemId, result: "已经逐一核对并取得确认" },
        evidence: {
          ...{ uploadId: await team.officer.hand("确认函"), title: "确认函", kind: "document" },
        },
      });
    }
    await play.does(team.head, caseId, "certify-harm-repair", { statement: "列入有误，特此致歉" });
    await play.moveTo("2026-07-15");
    const closed = await play.look(caseId);
    expect(closed).toMatchObject({ stage: "closed", removal: { by: "annulment" } });
    expect(closed.papers.at(-1)?.kind).toBe("harm-repair-certificate");
  });
});
