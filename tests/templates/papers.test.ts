import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { PAPER_KINDS, type PaperKind, isPaperKind, paperTitle } from "../../domain/papers.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { composeText, renderPaper, templateVersion } from "../../templates/render.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { type ReadElement, readPdf } from "./read-pdf.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

function render<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind], draft = false) {
  return renderPaper(fonts, kind, data, { draft });
}

describe.each(KINDS)("paper %s", (kind) => {
  it("says exactly the reviewed text", async () => {
    const expected = await readFile(new URL(`./expected/${kind}.txt`, import.meta.url), "utf8");
    expect(render(kind, PAPER_DATA[kind]).text.join("\n")).toBe(expected.trimEnd());
  });

  it("reads back from the file paragraph by paragraph, in order", () => {
    const paper = render(kind, PAPER_DATA[kind]);
    const spoken = readPdf(paper.bytes).elements.flatMap(paragraphsOf);
    expect(spoken).toEqual(paper.text);
  });

  it("carries title, language, PDF/A-3a mark, embedded fonts and the data as JSON", () => {
    const paper = render(kind, PAPER_DATA[kind]);
    const pdf = readPdf(paper.bytes);
    expect(pdf.xmp).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(pdf.xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(pdf.xmp).toContain(paperTitle(kind));
    expect(pdf.language).toBe("zh-CN");
    expect(pdf.fontNames.length).toBeGreaterThan(0);
    const twin: unknown = JSON.parse(pdf.attachments.get(`${kind}.json`)?.toString("utf8") ?? "");
    const expected = { kind, templateVersion: templateVersion(kind), data: PAPER_DATA[kind] };
    expect(twin).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it("has a seal marked as specimen and a QR code, both described in words", () => {
    const figures = readPdf(render(kind, PAPER_DATA[kind]).bytes).elements.filter(
      (element) => element.type === "Figure",
    );
    expect(figures.map((figure) => figure.alt)).toEqual([
      "苍梧县人力资源和社会保障局印章（样章）",
      `核验二维码，内容为网址：${PAPER_DATA[kind].checkUrl}`,
    ]);
    expect(figures[0]?.text).toBe("苍梧县人力资源和社会保障局样章");
  });

  it("in production has a seal without the mark of a specimen and no note about it", () => {
    const paper = render(kind, { ...PAPER_DATA[kind], specimen: false });
    const seal = readPdf(paper.bytes).elements.find((element) => element.type === "Figure");
    expect(seal?.alt).toBe("苍梧县人力资源和社会保障局印章");
    expect(seal?.text).toBe("苍梧县人力资源和社会保障局");
    expect(paper.text.join("")).not.toContain("样章");
  });

  it("numbers its pages outside the text", () => {
    const pdf = readPdf(render(kind, PAPER_DATA[kind]).bytes);
    const expected = Array.from({ length: pdf.pageCount }, (_, i) => `— ${i + 1} —`);
    expect(pdf.artifacts).toEqual(expected);
  });

  it("as a draft has no number, no seal, no QR code, and says 草稿 on every page", () => {
    const paper = render(kind, { ...PAPER_DATA[kind], issuedOn: null }, true);
    const pdf = readPdf(paper.bytes);
    expect(paper.text.join("\n")).not.toContain(PAPER_DATA[kind].number ?? "?");
    expect(pdf.elements.filter((element) => element.type === "Figure")).toEqual([]);
    expect(pdf.artifacts.every((text) => text.startsWith("草稿"))).toBe(true);
  });

  it("prints the title of the register of papers and avoids words that official papers must not use (R45)", () => {
    const { blocks } = composeText(kind, PAPER_DATA[kind]);
    expect(blocks.find((block) => block.kind === "title")?.text).toBe(paperTitle(kind));
    expect(blocks.map((block) => block.text).join("")).not.toMatch(/黑名单|老赖/);
  });
});

/** A page's own paragraphs; figures have no text of their own to read aloud, a blank cell says nothing. */
function paragraphsOf(element: ReadElement): string[] {
  if (element.type === "Figure") return [];
  if (["L", "LI", "Table", "TR", "TD"].includes(element.type))
    return element.children.flatMap(paragraphsOf);
  return [element.text];
}

describe("wording that depends on the case", () => {
  const listing = PAPER_DATA["listing-decision"];
  const textOf = (data: PaperDataByKind["listing-decision"]): string =>
    composeText("listing-decision", data)
      .blocks.map((block) => block.text)
      .join("\n");

  it("says that the party waived its defense", () => {
    const waivedOn = listing.noticeServedOn;
    expect(textOf({ ...listing, defense: { kind: "waived", waivedOn } })).toContain(
      "你单位于2026年3月16日以明示方式放弃陈述、申辩。",
    );
  });

  it("says that the defense period ran out in silence", () => {
    const windowEndedOn = listing.noticeServedOn;
    expect(textOf({ ...listing, defense: { kind: "silent", windowEndedOn } })).toContain(
      "陈述、申辩期限已于2026年3月16日届满，你单位未提出陈述、申辩。",
    );
  });

  it("says why a person is not shown to the public", () => {
    const text = textOf({ ...listing, publication: { kind: "not-public", reasons: "没有依据" } });
    expect(text).toContain("本次列入信息不向社会公示");
    expect(text).toContain("理由：没有依据。");
    expect(text).not.toContain("公示渠道：");
  });

  it("names consent of the upper level and the hearing only where there were any", () => {
    expect(textOf(listing)).not.toContain("上一级");
    const text = textOf({
      ...listing,
      upperConsent: "梧州市【虚构】局同意函〔2026〕2号",
      hearing: "本机关于2026年3月24日举行听证。",
    });
    expect(text).toContain("本决定已经上一级主管部门同意：梧州市【虚构】局同意函〔2026〕2号。");
    expect(text).toContain("本机关于2026年3月24日举行听证。");
  });

  it("shows the party's code in clear, masked or not at all, and never more than it was told to", () => {
    const notice = PAPER_DATA["prior-notice"];
    const withCode = (codeShown: "clear" | "masked" | "none", code: string | null): string[] =>
      composeText("prior-notice", {
        ...notice,
        defense: { ...notice.defense, codeShown, code },
      }).blocks.map((block) => block.text);
    expect(withCode("masked", "****-****").join()).toContain("查询码：****-****（本件隐去部分字符");
    expect(withCode("none", null).join()).not.toContain("查询码");
    expect(() => withCode("masked", "7XKQ-M2PD")).toThrow("codeShown");
    expect(() => withCode("none", "7XKQ-M2PD")).toThrow("codeShown");
    expect(() => withCode("clear", null)).toThrow("codeShown");
  });

  it("states the remedies in a public notice that serves a decision", () => {
    const notice = PAPER_DATA["public-notice"];
    const { remedies } = listing;
    const { blocks } = composeText("public-notice", {
      ...notice,
      afterService: { kind: "remedies", remedies },
    });
    const text = blocks.map((block) => block.text).join("\n");
    expect(text).toContain("自视为送达之日起六十日内向苍梧县人民政府申请行政复议");
  });

  it("prints a single legal basis without a number and two with numbers", () => {
    const [first = "", second = ""] = listing.legalBasis;
    expect(textOf({ ...listing, legalBasis: [first] })).toContain(`二、依据\n${first}。\n`);
    expect(textOf(listing)).toContain(`二、依据\n1.${first}；\n2.${second}。\n`);
  });
});
