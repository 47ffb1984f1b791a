import { expect, test } from "vitest";
import type { Stage } from "../../domain/case-file/stages.ts";
import { STAGE_TITLES } from "../../domain/glossary.ts";
import { CasePage } from "../../web/pages/case/page.tsx";
import { renderPage } from "../../web/layout/send-page.ts";
import type { Scene } from "../support/case-builder.ts";
import { act } from "../support/case-builder.ts";
import { annulledAt, caseAt, notListed } from "../support/case-stages.ts";
import { ACTORS } from "../support/case-world.ts";
import { caseDataOf, pageContextOf } from "../support/case-pages.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";

const STAGES: readonly (readonly [Stage, string])[] = [
  ["draft", "2026-03-13"],
  ["notice-legal-review", "2026-03-13"],
  ["notice-service", "2026-03-16"],
  ["defense", "2026-03-18"],
  ["hearing", "2026-03-24"],
  ["verification", "2026-03-24"],
  ["decision-legal-review", "2026-03-25"],
  ["upper-consent", "2026-03-26"],
  ["sign-off", "2026-03-26"],
  ["decision-service", "2026-03-30"],
  ["published", "2026-04-10"],
  ["removed", "2029-03-28"],
  ["harm-repair", "2026-07-14"],
  ["closed", "2029-03-29"],
];
const OFFICIALS = ["case-officer", "legal-reviewer", "head", "supervisor", "auditor"] as const;

function render(scene: Scene, day: string, role: (typeof OFFICIALS)[number]): string {
  const actor = ACTORS[role];
  const context = pageContextOf(actor, "/desk");
  return renderPage(<CasePage context={context} data={caseDataOf(scene, day, actor)} />);
}

test.each(STAGES)("the page of a case in stage %s is flawless for every official", (stage, day) => {
  for (const role of OFFICIALS) {
    const html = render(caseAt(stage), day, role);
    expect(findFlaws(html), role).toEqual(FLAWLESS);
    expect(html).toContain(`<span class="tag tag-blue">${STAGE_TITLES[stage]}</span>`);
  }
});

test("an act that is possible has its link, an impossible one says why and names the article (R20)", () => {
  const scene = caseAt("sign-off");
  const html = render(scene, "2026-03-26", "head");
  const folder = `/cases/${scene.file.caseId}/acts`;
  expect(html).toContain(`<a class="button" href="${folder}/sign-decision">`);
  expect(html).toContain("有需要时办理");
  expect(html).toContain(`<a class="button plain" href="${folder}/hand-over-case">`);
  const published = render(caseAt("published"), "2026-04-10", "head");
  expect(published).toContain("现在不能办理的事项");
  expect(published).not.toContain("acts/hold-removal");
  expect(published).toContain("到期移出");
});

test("the clock strip shows start, end, what is left and the days counted, holidays by name", () => {
  const html = render(caseAt("decision-service"), "2026-03-30", "case-officer");
  expect(html).toContain("最后一日：<strong>2026年4月8日</strong>");
  expect(html).toContain("正常 · 还有6个工作日");
  expect(html).toContain("清明节");
  expect(html).toContain("不计入");
});

test("a clock that ran out is red in words, and the map shows the stage as blocked", () => {
  const html = render(caseAt("decision-service"), "2026-04-10", "case-officer");
  expect(html).toContain("逾期 · 已过2日");
});

test("the map marks where the case is, where it was, and what it does not pass", () => {
  const html = render(caseAt("verification"), "2026-03-24", "case-officer");
  expect(html).toMatch(/aria-current="step">核实：在办/);
  expect(html).toContain("陈述申辩：已办，2026-03-16起");
  expect(html).toContain("听证：不经过，本案没有经过");
  expect(html).toContain("上级同意：不经过，本名单不须上级同意");
});

test("a case whose basis was annulled shows as blocked, with the reason", () => {
  const html = render(annulledAt("published", "2026-07-10"), "2026-07-13", "head");
  expect(html).toContain("公示：受阻");
  expect(html).toContain("认定依据文书已被撤销");
  expect(html).toContain("2026年7月10日被撤销");
});

test("a decision not to list skips publication on the map", () => {
  const html = render(notListed(), "2026-03-27", "case-officer");
  expect(findFlaws(html)).toEqual(FLAWLESS);
  expect(html).toContain("公示：不经过，未列入名单，不公示");
});

test("the log tells every event of a whole life in Chinese, newest first, with its hash", () => {
  const html = render(caseAt("closed"), "2029-03-29", "auditor");
  const log = html.slice(html.indexOf('id="log"'));
  expect(log.indexOf("归档")).toBeLessThan(log.indexOf("立案，案号"));
  expect(log).toContain("移出名单：列入期限届满");
  expect(log.match(/散列 <code>/g)?.length).toBe(caseAt("closed").events.length);
});

test("what a party wrote cannot become markup", () => {
  const scene = act(caseAt("defense"), "party", "2026-03-18", {
    kind: "state-defense",
    form: "portal",
    points: ["<script>alert(1)</script>"],
    evidence: [],
    final: false,
  });
  const html = render(scene, "2026-03-18", "case-officer");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(findFlaws(html)).toEqual(FLAWLESS);
});

test("an official who only oversees must name a purpose before seeing the party in clear", () => {
  const actor = ACTORS.supervisor;
  const data = caseDataOf(caseAt("published"), "2026-04-10", actor);
  const masked = { ...data, view: { ...data.view, party: { ...data.view.party, masked: true } } };
  const html = renderPage(<CasePage context={pageContextOf(actor)} data={masked} />);
  expect(html).toContain("当事人信息已按您的权限脱敏");
  expect(html).toContain(`action="/cases/${data.view.file.caseId}/party"`);
  expect(findFlaws(html)).toEqual(FLAWLESS);
});
