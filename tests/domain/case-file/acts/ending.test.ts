import { describe, expect, it } from "vitest";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { act, confirmChannels, judge, letPass } from "../../../support/case-builder.ts";
import { annulledAt, annulment, caseAt, notListed, serve } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const WITHDRAW = { kind: "withdraw-case", reasons: "当事人已全部支付" } as const;

const AFTER_NOTICE = [
  "notice-service",
  "defense",
  "verification",
  "decision-legal-review",
  "upper-consent",
  "sign-off",
] as const;

describe("withdrawing a case", () => {
  it.each(["draft", "notice-legal-review"] as const)(
    "given nobody was told (%s), when it is withdrawn, then it closes without a paper",
    (stage) => {
      const { file } = act(caseAt(stage), "case-officer", "2026-03-13", WITHDRAW);
      expect(file).toMatchObject({ stage: "closed", outcome: "withdrawn", closedOn: "2026-03-13" });
      expect(file.papers).toEqual([]);
    },
  );

  it.each(AFTER_NOTICE)(
    "given the party may know (%s), when it is withdrawn, then the party is told and the case closes with that",
    (stage) => {
      const withdrawn = act(caseAt(stage), "case-officer", "2026-03-27", WITHDRAW);
      expect(withdrawn.file).toMatchObject({
        stage: "decision-service",
        outcome: "withdrawn",
        withdrawal: { reasons: "当事人已全部支付", because: "authority" },
      });
      expect(findPaper(withdrawn.file, "withdrawal-notice")).toBeDefined();
      const open = withdrawn.file.deadlines.filter((each) => each.status === "open");
      expect(open.map((each) => each.termId)).toEqual(["decision-service"]);
      expect(serve(withdrawn, "2026-03-30").file).toMatchObject({
        stage: "closed",
        publicationState: "none",
      });
    },
  );

  it("when reasons are missing, then it is refused", () => {
    const command = { kind: "withdraw-case", reasons: " " } as const;
    expectContentRefusal(
      judge(caseAt("defense"), "case-officer", "2026-03-17", command),
      "未写明终止的理由",
    );
  });
});

describe("recording that a basis was annulled", () => {
  it.each([...AFTER_NOTICE, "decision-service"] as const)(
    "given a case in stage %s, when its basis is annulled, then the procedure ends and the party is told",
    (stage) => {
      const { file } = annulledAt(stage, "2026-03-27");
      expect(file).toMatchObject({
        stage: "decision-service",
        outcome: "withdrawn",
        withdrawal: { because: "basis-annulled" },
        publicationState: "none",
      });
      expect(file.basisDocuments[0]?.annulledOn).toBe("2026-03-27");
      expect(findPaper(file, "withdrawal-notice")).toBeDefined();
    },
  );

  it.each(["draft", "notice-legal-review"] as const)(
    "given nobody was told (%s), when its basis is annulled, then the case closes",
    (stage) => {
      expect(annulledAt(stage, "2026-03-16").file).toMatchObject({
        stage: "closed",
        outcome: "withdrawn",
      });
    },
  );

  it("given a published listing, when its basis is annulled, then it is out of sight at once and three working days run", () => {
    const given = caseAt("published");
    const judgement = judge(given, "case-officer", "2026-07-10", annulment("2026-07-10"));
    expect(eventTypes(judgement)).toEqual(["BasisAnnulled", "PublicationSuspended", "DeadlineSet"]);
    const { file } = annulledAt("published", "2026-07-10");
    expect(file).toMatchObject({
      stage: "published",
      publicationState: "suspended",
      publicationVersion: 2,
    });
    expect(file.deadlines.at(-1)).toMatchObject({
      termId: "annulment-withdrawal",
      endsOn: "2026-07-15",
    });
  });

  it("given a decision not to list, when the basis is annulled, then the case goes on to its service", () => {
    const { file } = act(notListed(), "case-officer", "2026-03-30", annulment("2026-03-30"));
    expect(file).toMatchObject({ stage: "decision-service", outcome: "not-listed" });
  });

  it.each([
    ["没有这份文书，或其撤销已登记", { ...annulment("2026-07-10"), documentId: "unknown" }],
    ["撤销日还没有到", annulment("2026-07-11")],
  ])("when the entry is flawed (%s), then it is refused", (missing, command) => {
    expectContentRefusal(
      judge(caseAt("published"), "case-officer", "2026-07-10", command),
      missing,
    );
  });

  it("when it is recorded a second time, then it is refused", () => {
    expectContentRefusal(
      judge(
        annulledAt("published", "2026-07-10"),
        "supervisor",
        "2026-07-13",
        annulment("2026-07-10"),
      ),
      "没有这份文书，或其撤销已登记",
    );
  });
});

describe("signing the annulment", () => {
  const SIGN = { kind: "sign-annulment", reasons: "责令支付的文书被复议机关撤销" } as const;

  it("when it is signed in time, then the party is removed and harm is to be undone", () => {
    const signed = act(annulledAt("published", "2026-07-10"), "head", "2026-07-15", SIGN);
    expect(signed.file).toMatchObject({
      stage: "harm-repair",
      publicationState: "removed",
      removal: { by: "annulment", removedOn: "2026-07-15" },
    });
    expect(findPaper(signed.file, "annulment-decision")).toBeDefined();
    expect(signed.file.deadlines.at(-1)?.status).toBe("met");
    expect(confirmChannels(signed, "2026-07-15").file.stage).toBe("harm-repair");
  });

  it("when it is signed late, then it is lawful, and marked so", () => {
    const late = letPass(annulledAt("published", "2026-07-10"), "2026-07-16");
    const { file } = act(late, "head", "2026-07-16", SIGN);
    expect(file.deadlines.at(-1)?.status).toBe("met-late");
  });

  it("when nothing was annulled, then it is refused", () => {
    expectContentRefusal(
      judge(caseAt("published"), "head", "2026-07-13", SIGN),
      "没有依据文书或者列入决定被撤销的记录",
    );
  });

  it("when reasons are missing, then it is refused", () => {
    const command = { kind: "sign-annulment", reasons: "" } as const;
    expectContentRefusal(
      judge(annulledAt("published", "2026-07-10"), "head", "2026-07-13", command),
      "未写明撤销的理由",
    );
  });
});
