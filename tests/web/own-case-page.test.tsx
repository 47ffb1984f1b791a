import { playSamples } from "../support/sample-commands.ts";
import { expect, test } from "vitest";
import type { OwnCaseView } from "../../api/use-cases/read-own-case.ts";
import { findEarlyRemovalDays } from "../../domain/case-file/early-removal.ts";
import { renderPage } from "../../web/layout/send-page.ts";
import { OwnCasePage } from "../../web/pages/portal/own-case-page.tsx";
import { findProgress, findSituation } from "../../web/pages/portal/situation.ts";
import { EMPLOYER, type Scene } from "../support/case-builder.ts";
import { actsOf, caseDataOf, caseViewOf, pageContextOf } from "../support/case-pages.ts";
import { caseAt, HEARING_WORLD, notListed } from "../support/case-stages.ts";
import { ACTORS } from "../support/case-world.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";

const PARTY = { ...ACTORS.party };

function ownViewOf(scene: Scene, day: string): OwnCaseView {
  const { file, world } = scene;
  const view = caseViewOf(scene, day);
  return {
    ...view,
    caseId: file.caseId,
    caseNumber: file.caseNumber,
    listName: world.pack.listName,
    partyRole: file.partyRole,
    stage: file.stage,
    outcome: file.outcome,
    openedOn: file.openedOn,
    papers: caseDataOf(scene, day, PARTY).papers,
    acts: actsOf(scene, day, { ...PARTY, partyCaseId: file.caseId }),
    statements: file.statements,
    answers: file.answers,
    defenseEnded: file.defenseEnded,
    objections: file.objections,
    repairs: file.repairs,
    earlyRemoval: file.decision === null ? [] : findEarlyRemovalDays(file, world),
    publicationState: file.publicationState,
    removal: file.removal,
    messages: [],
  };
}

const STORIES: readonly (readonly [string, () => Scene, string])[] = [
  ["告知送达", () => caseAt("notice-service"), "2026-03-13"],
  ["陈述申辩", () => caseAt("defense"), "2026-03-18"],
  ["陈述申辩，可以申请听证", () => caseAt("defense", EMPLOYER, HEARING_WORLD), "2026-03-18"],
  ["听证", () => caseAt("hearing"), "2026-03-24"],
  ["核实", () => caseAt("verification"), "2026-03-24"],
  ["公示", () => caseAt("published"), "2026-04-10"],
  [
    "公示，有异议",
    () => playSamples(caseAt("published"), [["party", "2026-04-10", "object-to-record"]]),
    "2026-04-10",
  ],
  ["不予列入", notListed, "2026-03-27"],
  ["移出", () => caseAt("removed"), "2029-03-28"],
];

test.each(STORIES)(
  "the party's page in %s is flawless and answers the four questions",
  (_, story, day) => {
    const view = ownViewOf(story(), day);
    const html = renderPage(<OwnCasePage context={pageContextOf(PARTY, "/portal")} view={view} />);
    expect(findFlaws(html)).toEqual(FLAWLESS);
    for (const title of ["您收到的是什么", "可以做什么", "最晚哪一天", "不做会怎样"]) {
      expect(html).toContain(`>${title}</h2>`);
    }
  },
);

test("the last day of the defense is told with what is left, and silence is not called consent", () => {
  const situation = findSituation(ownViewOf(caseAt("defense"), "2026-03-18"));
  expect(situation.lastDay.day).toBe("2026年3月23日");
  expect(situation.lastDay.about).toContain("还有3个工作日");
  expect(situation.otherwise).not.toMatch(/视为(?:认可|承认|同意|放弃)/);
});

test("a listed party learns where to turn, by when, and that the listing ends by itself", () => {
  const situation = findSituation(ownViewOf(caseAt("published"), "2026-04-10"));
  expect(situation.possible.join()).toContain("【虚构】苍梧县人民政府申请行政复议");
  expect(situation.lastDay.day).toBe("2026年6月1日");
  expect(situation.otherwise).toContain("至2029年3月27日止；期满自动移出");
});

test("the progress never runs ahead: what the office does inside is one step to the party", () => {
  const view = ownViewOf(caseAt("defense"), "2026-03-18");
  const current = findProgress(view).find((step) => step.state === "current");
  expect(current?.title).toBe("陈述申辩");
  const inside = findProgress({ ...view, stage: "verification" });
  expect(inside.find((step) => step.state === "current")?.title).toBe("核实");
});

test("a party is told of the hearing where its list gives one, and of nothing where it gives none (R21)", () => {
  const possible = (scene: Scene) => findSituation(ownViewOf(scene, "2026-03-18")).possible;
  expect(possible(caseAt("defense", EMPLOYER, HEARING_WORLD))).toContain("申请听证，不收费");
  expect(possible(caseAt("defense"))).not.toContain("申请听证，不收费");
  expect(possible(caseAt("hearing"))).toContain("认为主持人与本案有直接利害关系的，申请回避");
});
