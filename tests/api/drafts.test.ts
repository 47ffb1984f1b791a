import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ForbiddenError, NotFoundError } from "../../api/use-cases/faults.ts";
import { previewPaper } from "../../api/use-cases/preview-paper.ts";
import { readPaperWords } from "../../api/use-cases/read-paper-file.ts";
import { ACTORS } from "../support/case-world.ts";
import { openMatter } from "../support/matter-bodies.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const DAY = "2026-03-13";
const OFFICER = ACTORS["case-officer"];
let api: RunningApi;
let draft: string;
let published: string;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  draft = (await openMatter(await api.as("case-officer"))).person;
  published = await publishCase(api, DAY);
});
afterAll(async () => {
  await api.stop();
});

describe("the draft of a paper", () => {
  it("is drawn from the case as it stands, with the words of the file", async () => {
    const drawn = await previewPaper(api.deps, OFFICER, draft, "prior-notice");
    if (drawn.kind !== "drawn") throw new Error(drawn.missing);
    expect(Buffer.from(drawn.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    const words = drawn.words.map((each) => each.text).join("\n");
    expect(words).toContain("【虚构】甘云雀");
    expect(words).toContain("陈述");
    expect(drawn.words.map((each) => each.kind)).not.toContain("number");
  });

  it("is for those who handle the case, and only of what comes next", async () => {
    const stranger = { ...OFFICER, authorityId: "other" };
    const elsewhere = previewPaper(api.deps, stranger, draft, "prior-notice");
    await expect(elsewhere).rejects.toThrow(NotFoundError);
    const auditors = previewPaper(api.deps, ACTORS.auditor, draft, "prior-notice");
    await expect(auditors).rejects.toThrow(ForbiddenError);
    const decision = previewPaper(api.deps, OFFICER, draft, "listing-decision");
    await expect(decision).rejects.toThrow(NotFoundError);
  });
});

describe("a draft that was sent back", () => {
  it("is shown with what was changed since, and one that never was without", async () => {
    const first = await previewPaper(api.deps, OFFICER, draft, "prior-notice");
    expect(first).toMatchObject({ kind: "drawn", changes: null });
    const officer = await api.as("case-officer");
    const reviewer = await api.as("legal-reviewer");
    const does = async (caller: typeof officer, kind: string, body: object): Promise<void> => {
      const response = await caller.act(draft, kind, body);
      expect(response.statusCode, response.body).toBe(200);
    };
    await does(officer, "submit-for-review", {});
    await does(reviewer, "return-notice", { reasons: "理由须更具体" });
    const unchanged = await previewPaper(api.deps, OFFICER, draft, "prior-notice");
    if (unchanged.kind !== "drawn") throw new Error(unchanged.missing);
    expect(unchanged.changes?.every((each) => each.kind === "same")).toBe(true);
    const { grounds } = await api.cases.read(draft);
    const reasons = "经责令限期支付后仍未支付，数额达到标准";
    await does(officer, "state-grounds", { grounds: { ...grounds, reasons } });
    const changed = await previewPaper(api.deps, OFFICER, draft, "prior-notice");
    if (changed.kind !== "drawn") throw new Error(changed.missing);
    const different = changed.changes?.filter((each) => each.kind !== "same");
    expect(different).toEqual([
      { kind: "removed", text: `${(grounds?.reasons ?? "").replace(/。$/, "")}。` },
      { kind: "added", text: `${reasons}。` },
    ]);
  });
});

describe("the words of an issued paper", () => {
  it("are those of its file, with its number", async () => {
    const file = await api.cases.read(published);
    const decision = file.papers.find((each) => each.kind === "listing-decision");
    const { paper, words } = await readPaperWords(api.deps, OFFICER, decision?.paperId ?? "");
    expect(paper.number).toBe(decision?.number);
    expect(words).toContainEqual({ kind: "number", text: decision?.number });
    expect(words.map((each) => each.text).join("")).toContain("行政复议");
  });
});
