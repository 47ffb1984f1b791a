import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import type { Stage } from "../../../../domain/case-file/stages.ts";
import { r45LawfulWording } from "../../../../domain/rules/decision/r45-lawful-wording.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_TO_LIST, GROUNDS } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const BANNING = { ...WAGES_PACK, bannedWords: ["黑名单", "老赖"] };
const DAY = "2026-03-25";

function at(stage: Stage): Scene {
  return inWorld(caseAt(stage), { pack: BANNING });
}

function proposing(change: Partial<typeof DECISION_TO_LIST>): Command {
  return { kind: "propose-decision", proposal: { ...DECISION_TO_LIST, ...change } };
}

const find = (scene: Scene, command: Command): readonly string[] =>
  breachesOf(r45LawfulWording, scene, "case-officer", DAY, command);

describe("R45 the words of official papers", () => {
  it("R45 passes words that the list does not ban", () => {
    expect(find(at("verification"), proposing({ reasons: "列入严重失信主体名单" }))).toEqual([]);
  });

  it("R45 refuses through decide a decision with a banned word, and names the word", () => {
    const judgement = judge(
      at("verification"),
      "case-officer",
      DAY,
      proposing({ reasons: "列入黑名单" }),
    );
    expect(ruleIdsOf(judgement)).toEqual(["R45"]);
    expect(find(at("verification"), proposing({ reasons: "列入黑名单" }))).toEqual([
      "文书中使用了本名单禁用的词语“黑名单”",
    ]);
  });

  it.each([
    ["removalConditions", { removalConditions: "移出黑名单的条件" }],
    ["removalProcedure", { removalProcedure: "移出黑名单的程序" }],
  ])("R45 reads the %s too", (_, change) => {
    expect(find(at("verification"), proposing(change))).toHaveLength(1);
  });

  it("R45 names each banned word once", () => {
    const both = proposing({ reasons: "老赖列入黑名单", removalConditions: "黑名单" });
    expect(find(at("verification"), both)).toHaveLength(2);
  });

  it.each([
    ["in its reasons", { ...GROUNDS, reasons: "应当列入黑名单" }],
    [
      "in the facts of a criterion",
      { ...GROUNDS, criteria: GROUNDS.criteria.map((each) => ({ ...each, facts: "老赖" })) },
    ],
  ])(
    "R45 sends back a draft with such a word %s, from the officer's desk and the reviewer's",
    (_, grounds) => {
      const draft = withFile(at("draft"), { grounds });
      const review = withFile(at("notice-legal-review"), { grounds });
      const submit = { kind: "submit-for-review" } as const;
      expect(breachesOf(r45LawfulWording, draft, "case-officer", DAY, submit)).toHaveLength(1);
      expect(
        breachesOf(r45LawfulWording, review, "legal-reviewer", DAY, "approve-notice"),
      ).toHaveLength(1);
    },
  );

  it.each<readonly [string, Command]>([
    [
      "an answer",
      { kind: "answer-defense", answers: [{ pointId: "1", outcome: "accepted", reasons: "老赖" }] },
    ],
    ["a withdrawal", { kind: "withdraw-case", reasons: "不再列入黑名单" }],
    ["a refusal of repair", { kind: "deny-repair", reasons: "老赖" }],
    ["an annulment", { kind: "sign-annulment", reasons: "撤出黑名单" }],
  ])("R45 reads the reasons of %s", (_, command) => {
    expect(find(at("verification"), command)).toHaveLength(1);
  });

  it("R45 measures no party by it", () => {
    const stated: Command = {
      ...{ kind: "state-defense", form: "written", points: ["不应列入黑名单"] },
      ...{ evidence: [], final: false },
    };
    expect(breachesOf(r45LawfulWording, at("defense"), "party", DAY, stated)).toEqual([]);
  });

  it("R45 is silent where the list bans nothing", () => {
    expect(find(caseAt("verification"), proposing({ reasons: "列入黑名单" }))).toEqual([]);
  });

  itHoldsFrom(r45LawfulWording, "2022-03-24", () =>
    subjectOf(at("verification"), "case-officer", DAY, proposing({ reasons: "黑名单" })),
  );
});
