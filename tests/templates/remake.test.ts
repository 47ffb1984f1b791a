import { beforeAll, describe, expect, it } from "vitest";
import { isPaperKind, PAPER_KINDS } from "../../domain/papers.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { describeMaking } from "../../templates/made-with.ts";
import { openTemplate, templateOf } from "../../templates/papers/template.ts";
import { remakePaper } from "../../templates/remake.ts";
import { renderPaper, renderWith } from "../../templates/render.ts";
import { placeSignature } from "../../templates/sign-paper.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
const SIGNED = {
  draft: false,
  signature: { signedAt: new Date("2026-03-27T02:03:04Z"), bytes: 1647 },
};
let fonts: Fonts;
beforeAll(async () => {
  fonts = await openFonts();
});

/** The listing decision as its wording stood before a word was changed, a sentence moved and a part named otherwise. */
function oldTemplate() {
  const { source } = templateOf("listing-decision");
  const text = source.text
    .replace("现作出如下决定。", "现决定如下。")
    .replace("## measures 失信惩戒措施提示", "## measures 惩戒措施");
  const [first, ...others] = source.layout.blocks;
  const layout = { ...source.layout, blocks: first === undefined ? others : [first, ...others] };
  return openTemplate("listing-decision", { ...source, text, layout });
}

function issue(template = templateOf("listing-decision")) {
  const data = PAPER_DATA["listing-decision"];
  const paper = renderWith(fonts, template, data, SIGNED);
  const place = paper.signaturePlace ?? { from: 0, until: 0 };
  const file = placeSignature(paper.bytes, place, Buffer.alloc(900, 7));
  const { source } = template;
  return {
    paper,
    issued: {
      kind: "listing-decision" as const,
      data,
      template: source,
      madeWith: paper.madeWith,
      file,
    },
  };
}

describe("an issued paper made again", () => {
  it.each(KINDS)("has the same bytes: %s", (kind) => {
    const data = PAPER_DATA[kind];
    const { bytes, renderHash, madeWith } = renderPaper(fonts, kind, data, SIGNED);
    const template = templateOf(kind).source;
    const remade = remakePaper(fonts, { kind, data, template, madeWith, file: bytes });
    expect(remade).toEqual({ renderHash, fileHash: renderHash, differences: [] });
  });

  it("has the words of its own version, also after the wording was changed", () => {
    const { paper, issued } = issue(oldTemplate());
    const today = renderPaper(fonts, "listing-decision", issued.data, SIGNED);
    expect(paper.text.join("")).toContain("现决定如下。");
    expect(today.text.join("")).not.toContain("现决定如下。");
    expect(paper.templateVersion).not.toBe(today.templateVersion);
    expect(today.renderHash).not.toBe(paper.renderHash);
    expect(remakePaper(fonts, issued)).toEqual({
      renderHash: paper.renderHash,
      fileHash: paper.renderHash,
      differences: [],
    });
  });

  it("does not need the files of today: its source comes back from the record as text", () => {
    const { paper, issued } = issue(oldTemplate());
    const kept = JSON.parse(JSON.stringify(issued.template)) as typeof issued.template;
    expect(remakePaper(fonts, { ...issued, template: kept }).renderHash).toBe(paper.renderHash);
    expect(openTemplate("listing-decision", kept).version).toBe(paper.templateVersion);
  });

  it("says when renderer, fonts or compressor are other ones now", () => {
    const { issued } = issue();
    const now = describeMaking(fonts);
    const differences = (change: Partial<typeof now>) =>
      remakePaper(fonts, { ...issued, madeWith: { ...now, ...change } }).differences;
    expect(differences({ renderer: "5" })).toEqual(["renderer"]);
    expect(differences({ packVersion: 1 })).toEqual(["renderer"]);
    expect(differences({ fonts: now.fonts.slice(1) })).toEqual(["fonts"]);
    expect(differences({ ownFonts: ["body"] })).toEqual(["fonts"]);
    expect(differences({ zlib: "1.2.11" })).toEqual(["zlib"]);
    expect(remakePaper(fonts, { ...issued, madeWith: null }).differences).toBeNull();
    const template = { ...issued.template, renderer: "4" };
    expect(remakePaper(fonts, { ...issued, template, madeWith: null }).differences).toEqual([
      "renderer",
    ]);
  });

  it("does not agree with a file of which a byte was changed, nor with other data", () => {
    const { paper, issued } = issue();
    const file = Buffer.from(issued.file);
    file.writeUInt8(file.readUInt8(200) ^ 1, 200);
    expect(remakePaper(fonts, { ...issued, file }).fileHash).not.toBe(paper.renderHash);
    const data = { ...issued.data, caseNumber: "苍人社列案〔2026〕99号" };
    expect(remakePaper(fonts, { ...issued, data }).renderHash).not.toBe(paper.renderHash);
  });

  it("names every font file by its content", () => {
    const { fonts: files, renderer } = describeMaking(fonts);
    expect(files).toHaveLength(4);
    expect(files.every((each) => /^\S+ [0-9a-f]{64}$/.test(each))).toBe(true);
    expect(renderer).not.toBe("");
  });
});
