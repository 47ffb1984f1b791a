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
import { judge, type Scene } from "../support/case-builder.ts";
import { ACTORS, moment } from "../support/case-world.ts";
import { pageContextOf } from "../support/case-pages.ts";
import { evidenceOf } from "../support/case-content.ts";
import { FILLED, UPLOAD, type Filled } from "../support/filled-forms.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";

function subjectOf(filled: Filled, scene: Scene): ActSubject {
  const today = dayOf(moment(filled.day));
  const { pack, catalog } = scene.world;
  return { file: scene.file, pack, catalog, today, isParty: filled.by === "party" };
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
    findOfficer: (username) => Promise.resolve(username),
    keepServiceAddress: () => Promise.resolve("address-1"),
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
      isPreview={false}
      hasPreview={false}
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

const NEEDS_NOTHING: readonly CommandKind[] = [
  "submit-for-review",
  "record-service",
  "revoke-display-consent",
  "request-hearing",
];

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
      isPreview={false}
      hasPreview={false}
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
