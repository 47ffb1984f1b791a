import { beforeAll, describe, expect, it } from "vitest";
import { isPaperKind, PAPER_KINDS, paperTitle, type PaperKind } from "../../domain/papers.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { composeText, renderPaper } from "../../templates/render.ts";
import { DraftChanges } from "../../web/components/draft-changes.tsx";
import { PaperWords } from "../../web/components/paper-words.tsx";
import { renderPage } from "../../web/layout/send-page.ts";
import { PAPER_DATA } from "../templates/paper-fixtures.ts";
import { type ReadElement, readPdf } from "../templates/read-pdf.ts";

const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

function pageOf<Kind extends PaperKind>(kind: Kind, data: PaperDataByKind[Kind]): string {
  const { blocks } = composeText(kind, data);
  return renderPage(<PaperWords blocks={blocks} label={paperTitle(kind)} />);
}

/** The texts of a page, element by element, as they are read aloud. */
function textsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(p|h3|h4|th)\b[^>]*>([^<]*)<\/\1>/g)].map((match) =>
    (match[2] ?? "").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
  );
}

function paragraphsOf(element: ReadElement): string[] {
  if (element.type === "Figure") return [];
  if (["L", "LI", "Table", "TR", "TD"].includes(element.type)) {
    return element.children.flatMap(paragraphsOf);
  }
  return [element.text];
}

describe.each(KINDS)("the page of the paper %s", (kind) => {
  it("says, word by word and in the same order, what its PDF says", () => {
    const { bytes } = renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false });
    const printed = readPdf(bytes).elements.flatMap(paragraphsOf);
    expect(textsOf(pageOf(kind, PAPER_DATA[kind]))).toEqual(printed);
  });

  it("has the rows of a ruled form in a table whose rows are named, and headings as headings", () => {
    const html = pageOf(kind, PAPER_DATA[kind]);
    const { blocks } = composeText(kind, PAPER_DATA[kind]);
    const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
    const rows = blocks.filter((block) => block.kind === "row").length;
    expect(count(/<th scope="row">/g)).toBe(rows);
    expect(count(/<table /g)).toBe(rows > 0 ? 1 : 0);
    const headings = blocks.filter((block) => block.kind === "heading").length;
    expect(count(/<h[34]>/g)).toBe(headings);
    expect(html).toContain(`aria-label="${paperTitle(kind)}"`);
  });
});

describe("the changes of a draft", () => {
  it("are only what went and what came, each said in words", () => {
    const html = renderPage(
      <DraftChanges
        changes={[
          { kind: "same", text: "事由" },
          { kind: "removed", text: "拖欠30人" },
          { kind: "added", text: "拖欠28人" },
        ]}
      />,
    );
    expect(html).toContain("<strong>删去：</strong><del>拖欠30人</del>");
    expect(html).toContain("<strong>增加：</strong><ins>拖欠28人</ins>");
    expect(html).not.toContain("事由");
  });

  it("say so where nothing was changed", () => {
    const html = renderPage(<DraftChanges changes={[{ kind: "same", text: "事由" }]} />);
    expect(html).toContain("文字没有变化");
  });
});
