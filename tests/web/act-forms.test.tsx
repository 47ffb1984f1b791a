import { expect, test } from "vitest";
import { ACT_BODIES } from "../../api/acts/index.ts";
import { COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { FormCheck } from "../../web/forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../web/forms/form-input.ts";
import { renderPage } from "../../web/layout/send-page.ts";
import { startInput, type ActSubject } from "../../web/pages/act/act-form.ts";
import { ACT_FORMS } from "../../web/pages/act/act-forms.ts";
import { ActPage } from "../../web/pages/act/page.tsx";
import { act, judge, letPass, type Scene } from "../support/case-builder.ts";
import { ALL_PAID, annulledAt, caseAt, repairApplication } from "../support/case-stages.ts";
import { ACTORS, moment } from "../support/case-world.ts";
import { pageContextOf } from "../support/case-pages.ts";
import { evidenceOf } from "../support/case-content.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";

const UPLOAD = "11111111-1111-4111-8111-111111111111";

/** A form as a person fills it in: where the case stands, who acts, what is typed over what is there, which files. */
interface Filled {
  readonly scene: () => Scene;
  readonly day: string;
  readonly by: keyof typeof ACTORS;
  readonly texts?: Readonly<Record<string, string | readonly string[]>>;
  readonly files?: readonly string[];
}

const OPINION = { opinion: "主体、事实、证据、依据、程序、措施均无误，同意" };
const REASONS = { reasons: "理由充分" };

const objected = (): Scene =>
  letPass(
    act(caseAt("defense"), "party", "2026-03-18", {
      kind: "state-defense",
      form: "portal",
      points: ["项目款尚未结算", "人数有误"],
      evidence: [],
      final: false,
    }),
    "2026-03-24",
  );
const paid = (): Scene => act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
const chosen = (): Scene =>
  act(paid(), "legal-officer", "2026-10-22", {
    kind: "choose-conflicting-source",
    sourceId: "order45",
    reasons: "示例",
  });
const applied = (): Scene => act(chosen(), "party", "2026-10-23", repairApplication());
const accepted = (): Scene =>
  act(applied(), "case-officer", "2026-10-26", { kind: "accept-repair", opinion: "受理" });
const attempted = (): Scene =>
  act(caseAt("notice-service"), "case-officer", "2026-03-16", {
    kind: "record-service-attempt",
    method: "in-person",
    attemptedOn: dayOf(moment("2026-03-16")),
    result: "登记住所无人",
  });

/** Every kind of act by its form, lawfully filled in. */
const FILLED: Readonly<Record<CommandKind, Filled>> = {
  "record-basis-document": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: {
      documentKind: "correction-order",
      documentNumber: "苍人社监令字〔2026〕第2号",
      issuingOrgan: "【虚构】苍梧县人力资源和社会保障局",
      issuedOn: "2026-03-02",
      effectiveOn: "2026-03-02",
      documentServedOn: "2026-03-02",
      complianceEndsOn: "2026-03-12",
      evidenceId: "order-scan",
    },
  },
  "attach-evidence": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: { title: "工资表" },
    files: ["file"],
  },
  "state-grounds": {
    scene: () => caseAt("draft"),
    day: "2026-03-13",
    by: "case-officer",
    texts: { reasons: "数额达到标准" },
  },
  "choose-measures": { scene: () => caseAt("draft"), day: "2026-03-13", by: "case-officer" },
  "submit-for-review": { scene: () => caseAt("draft"), day: "2026-03-13", by: "case-officer" },
  "approve-notice": {
    scene: () => caseAt("notice-legal-review"),
    day: "2026-03-13",
    by: "legal-reviewer",
    texts: OPINION,
  },
  "return-notice": {
    scene: () => caseAt("notice-legal-review"),
    day: "2026-03-13",
    by: "legal-reviewer",
    texts: REASONS,
  },
  "record-service-attempt": {
    scene: () => caseAt("notice-service"),
    day: "2026-03-16",
    by: "case-officer",
    texts: { method: "post", result: "邮件退回" },
  },
  "agree-electronic-service": {
    scene: () => caseAt("notice-service"),
    day: "2026-03-16",
    by: "case-officer",
    files: ["evidence"],
  },
  "publish-service-notice": {
    scene: attempted,
    day: "2026-03-17",
    by: "case-officer",
    texts: { place: "机关公告栏", reasons: "直接送达未成" },
    files: ["evidence"],
  },
  "record-service": {
    scene: () => caseAt("decision-service"),
    day: "2026-04-01",
    by: "case-officer",
    texts: { signatory: "【虚构】收件人" },
    files: ["proof"],
  },
  "state-defense": {
    scene: () => caseAt("defense"),
    day: "2026-03-18",
    by: "party",
    texts: { point1: "项目款尚未结算", point3: "人数有误", final: "yes" },
    files: ["evidence"],
  },
  "waive-defense": {
    scene: () => caseAt("defense"),
    day: "2026-03-18",
    by: "party",
    files: ["evidence"],
  },
  "answer-defense": {
    scene: objected,
    day: "2026-03-25",
    by: "case-officer",
    texts: {
      outcome1: "not-accepted",
      reasons1: "结算争议不影响支付义务",
      outcome2: "accepted",
      reasons2: "人数已更正",
    },
  },
  "propose-decision": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: { outcome: "list", reasons: "符合标准" },
  },
  "approve-decision": {
    scene: () => caseAt("decision-legal-review"),
    day: "2026-03-26",
    by: "legal-reviewer",
    texts: OPINION,
  },
  "return-decision": {
    scene: () => caseAt("decision-legal-review"),
    day: "2026-03-26",
    by: "legal-reviewer",
    texts: REASONS,
  },
  "record-upper-consent": {
    scene: () => caseAt("upper-consent"),
    day: "2026-03-27",
    by: "case-officer",
    texts: { organ: "【虚构】梧州市人力资源和社会保障局", number: "梧人社函〔2026〕1号" },
    files: ["evidence"],
  },
  "sign-decision": {
    scene: () => caseAt("sign-off"),
    day: "2026-03-27",
    by: "head",
    texts: { seen: "yes" },
  },
  "return-from-sign-off": {
    scene: () => caseAt("sign-off"),
    day: "2026-03-27",
    by: "head",
    texts: REASONS,
  },
  "record-fulfilment": {
    scene: () => caseAt("published"),
    day: "2026-04-22",
    by: "case-officer",
    texts: { remark: "工资已全部支付" },
    files: ["evidence"],
  },
  "choose-conflicting-source": {
    scene: paid,
    day: "2026-10-22",
    by: "legal-officer",
    texts: { sourceId: "order36", reasons: "全国统一规则" },
  },
  "apply-for-repair": {
    scene: chosen,
    day: "2026-10-23",
    by: "party",
    texts: { statement: "已支付全部拖欠工资" },
    files: ["pledge", "evidence"],
  },
  "accept-repair": { scene: applied, day: "2026-10-26", by: "case-officer", texts: OPINION },
  "refuse-repair": { scene: applied, day: "2026-10-26", by: "case-officer", texts: REASONS },
  "grant-repair": { scene: accepted, day: "2026-10-27", by: "head", texts: REASONS },
  "deny-repair": { scene: accepted, day: "2026-10-27", by: "head", texts: REASONS },
  "hold-removal": {
    scene: () => caseAt("published"),
    day: "2026-04-10",
    by: "head",
    texts: REASONS,
  },
  "record-basis-annulled": {
    scene: () => caseAt("published"),
    day: "2026-07-10",
    by: "case-officer",
    texts: {
      documentId: "order",
      organ: "【虚构】苍梧县人民政府",
      number: "苍政复决字〔2026〕第1号",
    },
    files: ["evidence"],
  },
  "sign-annulment": {
    scene: () => annulledAt("published", "2026-07-10"),
    day: "2026-07-13",
    by: "head",
    texts: REASONS,
  },
  "withdraw-case": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: REASONS,
  },
};

function subjectOf(filled: Filled, scene: Scene): ActSubject {
  const today = dayOf(moment(filled.day));
  return { file: scene.file, pack: scene.world.pack, today, isParty: filled.by === "party" };
}

/** What the browser sends: what stood in the form from the start, what was typed over it, the files. */
function inputFor(kind: CommandKind, filled: Filled, subject: ActSubject): FormInput {
  const start = startInput(ACT_FORMS[kind], subject);
  const typed = Object.entries(filled.texts ?? {}).map(
    ([name, text]) => [name, typeof text === "string" ? [text] : text] as const,
  );
  const files = (filled.files ?? []).map(
    (name) => [name, [{ uploadId: UPLOAD, fileName: "材料.pdf" }]] as const,
  );
  return { texts: new Map([...start.texts, ...typed]), uploads: new Map(files) };
}

async function commandOf(kind: CommandKind, filled: Filled, scene: Scene) {
  const subject = subjectOf(filled, scene);
  const check = new FormCheck(inputFor(kind, filled, subject));
  const body = ACT_FORMS[kind].read(check, subject);
  expect(check.errors, `${kind}: errors in the form`).toEqual([]);
  const actor = ACTORS[filled.by];
  return ACT_BODIES[kind].toCommand(body, {
    actor,
    takeEvidence: ({ uploadId, title, kind: evidenceKind }) =>
      Promise.resolve({ ...evidenceOf(uploadId, title), kind: evidenceKind }),
  });
}

test.each(COMMAND_KINDS)("the form of %s gives the act exactly what it takes", async (kind) => {
  const filled = FILLED[kind];
  const scene = filled.scene();
  const command = await commandOf(kind, filled, scene);
  expect(command.kind).toBe(kind);
  const judgement = judge(scene, filled.by, filled.day, command);
  const findings = judgement.kind === "refused" ? judgement.refusal.findings : [];
  const missing = findings.map((each) => `${each.ruleId} ${each.missing}`);
  // The one act that the law never allows.
  if (kind === "hold-removal") expect(missing[0]).toContain("R35");
  else expect(missing).toEqual([]);
});

test.each(COMMAND_KINDS)("the page with the form of %s is flawless", (kind) => {
  const filled = FILLED[kind];
  const scene = filled.scene();
  const subject = subjectOf(filled, scene);
  const form = ACT_FORMS[kind];
  const check = new FormCheck(EMPTY_INPUT);
  form.read(check, subject);
  const html = renderPage(
    <ActPage
      context={pageContextOf(ACTORS[filled.by])}
      kind={kind}
      form={form}
      subject={subject}
      place={{ home: "/cases/1", homeTitle: "案件", action: `/cases/1/acts/${kind}`, drafts: null }}
      drafts={[]}
      input={startInput(form, subject)}
      errors={check.errors}
      refusal={null}
      findings={[]}
    />,
  );
  // Every error leads to a field that is there, or says that something is missing which only the page could bring along.
  const flaws = findFlaws(html);
  expect({
    ...flaws,
    dangling: flaws["dangling"]?.filter((id) => id !== "field-draftHash"),
  }).toEqual(FLAWLESS);
  expect(html).toContain('name="_csrf" value="token-of-this-page"');
  expect(html).toMatch(/name="_key" value="[0-9a-f-]{36}"/);
});

const NEEDS_NOTHING: readonly CommandKind[] = ["submit-for-review", "record-service"];

test.each(COMMAND_KINDS.filter((kind) => !NEEDS_NOTHING.includes(kind)))(
  "an empty form of %s is not sent on, and says what is missing",
  (kind) => {
    const filled = FILLED[kind];
    const check = new FormCheck(EMPTY_INPUT);
    ACT_FORMS[kind].read(check, subjectOf(filled, filled.scene()));
    expect(check.errors.length).toBeGreaterThan(0);
    for (const error of check.errors) expect(error.message).toMatch(/^(请|没有|列入)/);
  },
);

test("service without proof goes to the law, which refuses it with its article (R48)", async () => {
  const filled = { ...FILLED["record-service"], files: [] };
  const scene = filled.scene();
  const judgement = judge(
    scene,
    "case-officer",
    filled.day,
    await commandOf("record-service", filled, scene),
  );
  expect(judgement.kind === "refused" && judgement.refusal.findings[0]?.ruleId).toBe("R48");
});

test("only one of the two papers ticked is refused: both are served in one act (R24)", async () => {
  const scene = FILLED["record-service"].scene();
  const decision = scene.file.papers.find((paper) => paper.kind === "listing-decision");
  const filled = {
    ...FILLED["record-service"],
    texts: { signatory: "【虚构】收件人", paperIds: [decision?.paperId ?? ""] },
  };
  const judgement = judge(
    scene,
    "case-officer",
    filled.day,
    await commandOf("record-service", filled, scene),
  );
  expect(judgement.kind === "refused" && judgement.refusal.findings[0]?.ruleId).toBe("R24");
});

test("what was typed stands in the form again, files included, beside the errors", () => {
  const filled = FILLED["attach-evidence"];
  const scene = filled.scene();
  const subject = subjectOf(filled, scene);
  const input = inputFor("attach-evidence", { ...filled, texts: { title: "" } }, subject);
  const check = new FormCheck(input);
  ACT_FORMS["attach-evidence"].read(check, subject);
  const html = renderPage(
    <ActPage
      context={pageContextOf(ACTORS["case-officer"])}
      kind="attach-evidence"
      form={ACT_FORMS["attach-evidence"]}
      subject={subject}
      place={{ home: "/cases/1", homeTitle: "案件", action: "/x", drafts: null }}
      drafts={[]}
      input={input}
      errors={check.errors}
      refusal={null}
      findings={[]}
    />,
  );
  expect(html).toContain('<a href="#field-title">请填写证据名称</a>');
  expect(html).toContain('role="alert"');
  expect(html).toContain("已收到：材料.pdf");
  expect(html).toContain(`name="file.kept" value="${UPLOAD}|材料.pdf"`);
});
