import { describe, expect, it } from "vitest";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { ALL_PAID, caseAt, repairApplication } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const PUBLISHED = caseAt("published");
const CHOICE = {
  kind: "choose-conflicting-source",
  sourceId: "order36",
  reasons: "全国统一规则",
} as const;

function applied(day: string): Scene {
  const paid = act(PUBLISHED, "case-officer", "2026-04-22", ALL_PAID);
  const chosen = act(paid, "legal-officer", "2026-05-08", CHOICE);
  return act(chosen, "party", day, repairApplication());
}

function accepted(day: string): Scene {
  return act(applied(day), "case-officer", day, { kind: "accept-repair", opinion: "受理" });
}

describe("recording fulfilment", () => {
  it("when it is recorded, then day, remark and proof are on file", () => {
    const { file } = act(PUBLISHED, "case-officer", "2026-04-22", ALL_PAID);
    expect(file.fulfilment).toEqual({ fulfilledOn: "2026-04-22", remark: "工资已全部支付" });
    expect(file.evidence.map((each) => each.evidenceId)).toContain("payment");
  });

  it("when its day is in the future, then it is refused", () => {
    const command = {
      kind: "record-fulfilment",
      fulfilledOn: parseDay("2026-04-23"),
      remark: "",
      evidence: evidenceOf("payment"),
    } as const;
    expectContentRefusal(judge(PUBLISHED, "case-officer", "2026-04-22", command), "履行日还没有到");
  });
});

describe("choosing between sources in conflict", () => {
  it("when the legal officer chooses, then source, reasons, day and person are kept", () => {
    const { file } = act(PUBLISHED, "legal-officer", "2026-05-08", CHOICE);
    expect(file.conflictChoice).toEqual({
      sourceId: "order36",
      reasons: "全国统一规则",
      chosenOn: "2026-05-08",
      chosenBy: "legal-officer",
    });
  });

  it.each([
    ["所选依据不在名单规则中", { ...CHOICE, sourceId: "rumor" }],
    ["未写明选择的理由", { ...CHOICE, reasons: " " }],
  ])("when the choice is flawed (%s), then it is refused", (missing, command) => {
    expectContentRefusal(judge(PUBLISHED, "legal-officer", "2026-05-08", command), missing);
  });
});

describe("applying for repair", () => {
  it("when the party applies, then three and ten working days run", () => {
    const { file } = applied("2027-03-29");
    expect(file.repairs).toMatchObject([{ status: "filed", filedOn: "2027-03-29" }]);
    const days = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.endsOn]));
    expect(days).toMatchObject({
      "repair-acceptance": "2027-04-01",
      "repair-decision": "2027-04-14",
    });
    expect(file.deadlines.find((each) => each.termId === "repair-decision")?.provisional).toBe(
      true,
    );
  });

  it("when one is already open, then a second is refused", () => {
    expectContentRefusal(
      judge(applied("2027-03-29"), "party", "2027-03-30", repairApplication("pledge-2")),
      "已有一份修复申请正在办理",
    );
  });

  it("when it says nothing, then it is refused", () => {
    const command = { ...repairApplication(), statement: " " };
    expectContentRefusal(judge(PUBLISHED, "party", "2026-10-22", command), "未写明申请内容");
  });
});

describe("accepting an application", () => {
  it("when it is accepted, then the first clock is kept and the second goes on", () => {
    const { file } = accepted("2027-03-29");
    expect(file.repairs[0]?.status).toBe("accepted");
    const states = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.status]));
    expect(states).toMatchObject({ "repair-acceptance": "met", "repair-decision": "open" });
    expect(findPaper(file, "repair-acceptance-notice")).toBeDefined();
  });

  it.each([
    ["none is filed", PUBLISHED] as const,
    ["it was accepted", accepted("2027-03-29")] as const,
  ])("when %s, then accepting is refused", (_why, scene) => {
    const command = { kind: "accept-repair", opinion: "" } as const;
    expectContentRefusal(
      judge(scene, "case-officer", "2027-03-30", command),
      "没有待受理的修复申请",
    );
  });
});

describe("refusing to accept an application", () => {
  const REFUSE = { kind: "refuse-repair", reasons: "未满最短公示期" } as const;

  it("when it is refused, then a paper goes out and names the day from which it may be asked again", () => {
    const { file } = act(applied("2026-10-22"), "case-officer", "2026-10-23", REFUSE);
    expect(file.repairs[0]).toMatchObject({
      status: "refused",
      reasons: "未满最短公示期",
      mayAskFrom: "2027-03-27",
    });
    expect(findPaper(file, "repair-refusal-notice")).toBeDefined();
    const states = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.status]));
    expect(states).toMatchObject({ "repair-acceptance": "met", "repair-decision": "met" });
  });

  it("when no period is the obstacle, then no day is named", () => {
    const { file } = act(applied("2027-03-29"), "case-officer", "2027-03-29", {
      kind: "refuse-repair",
      reasons: "材料不实",
    });
    expect(file.repairs[0]?.mayAskFrom).toBeNull();
  });

  it("when reasons are missing, then it is refused", () => {
    const command = { kind: "refuse-repair", reasons: "" } as const;
    expectContentRefusal(
      judge(applied("2026-10-22"), "case-officer", "2026-10-23", command),
      "未写明理由",
    );
  });

  it("when none is filed, then it is refused", () => {
    const chosen = act(PUBLISHED, "legal-officer", "2026-05-08", CHOICE);
    expectContentRefusal(
      judge(chosen, "case-officer", "2026-10-23", REFUSE),
      "没有待受理的修复申请",
    );
  });
});

describe("granting removal", () => {
  const GRANT = { kind: "grant-repair", reasons: "符合修复条件" } as const;

  it("when it is granted, then the party leaves every channel and every clock stops", () => {
    const judgement = judge(accepted("2027-03-29"), "head", "2027-04-06", GRANT);
    expect(eventTypes(judgement)).toEqual([
      "RepairGranted",
      "PaperIssued",
      "DeadlineMet",
      "PartyRemoved",
      "DeadlineLifted",
    ]);
    const { file } = act(accepted("2027-03-29"), "head", "2027-04-06", GRANT);
    expect(file).toMatchObject({
      stage: "removed",
      publicationState: "removed",
      publicationVersion: 2,
      removal: { by: "repair", removedOn: "2027-04-06" },
    });
    expect(findPaper(file, "removal-decision")).toBeDefined();
    const states = Object.fromEntries(file.deadlines.map((each) => [each.termId, each.status]));
    expect(states).toMatchObject({ "repair-decision": "met", "listing-end": "lifted" });
  });

  it("when the application was not accepted yet, then it is refused", () => {
    expectContentRefusal(
      judge(applied("2027-03-29"), "head", "2027-04-06", GRANT),
      "没有已受理的修复申请",
    );
  });
});

describe("denying removal", () => {
  const DENY = { kind: "deny-repair", reasons: "未满最短公示期" } as const;

  it("when it is denied, then the paper names the day and the party may apply again", () => {
    const denied = act(accepted("2026-10-22"), "head", "2026-10-26", DENY);
    expect(denied.file.repairs[0]).toMatchObject({ status: "refused", mayAskFrom: "2027-03-27" });
    expect(findPaper(denied.file, "decision-not-to-remove")).toBeDefined();
    expect(denied.file.stage).toBe("published");
    const again = judge(denied, "party", "2027-03-29", repairApplication("pledge-2"));
    expect(again.kind).toBe("accepted");
  });

  it("when reasons are missing, then it is refused", () => {
    const command = { kind: "deny-repair", reasons: " " } as const;
    expectContentRefusal(
      judge(accepted("2026-10-22"), "head", "2026-10-26", command),
      "未写明理由",
    );
  });

  it("when the application was not accepted yet, then it is refused", () => {
    expectContentRefusal(
      judge(applied("2026-10-22"), "head", "2026-10-26", DENY),
      "没有已受理的修复申请",
    );
  });
});
