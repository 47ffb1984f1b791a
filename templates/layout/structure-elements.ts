import { PAGE } from "./grid.ts";
import type { StructureNode } from "./page-model.ts";
import { type PdfFile, type PdfRef, rawPdf } from "./pdf-file.ts";

/** A stretch of a page that belongs to an element: which page, which mark of it. */
interface MarkedContent {
  readonly page: number;
  readonly mark: number;
}

/** The structure of a document: filled while painting, tied together at the end. */
export interface Elements {
  /** Begins a stretch of the page that is being painted; answers with what stands before it. */
  begin(node: number): string;
  /** Numbers the page that is painted from now on. */
  turnPage(dictionary: PdfRef): void;
  finish(): void;
}

/** Starts the structure of a document; elements that nothing was painted for are left out. */
export function startElements(pdf: PdfFile, nodes: readonly StructureNode[]): Elements {
  const pages: { readonly dictionary: PdfRef; readonly owners: number[] }[] = [];
  const painted = new Map<number, MarkedContent[]>();
  pdf._root.data["MarkInfo"] = pdf.ref({ Marked: true });
  return {
    turnPage: (dictionary) => {
      dictionary.data["StructParents"] = pages.length;
      pages.push({ dictionary, owners: [] });
    },
    begin: (node) => {
      const owners = pages.at(-1)?.owners ?? [];
      const content = { page: pages.length - 1, mark: owners.push(node) - 1 };
      const known = painted.get(node);
      if (known) known.push(content);
      else painted.set(node, [content]);
      return `/${nodes[node]?.type ?? "P"} <</MCID ${content.mark}>> BDC`;
    },
    finish: () => {
      const refs = writeElements(pdf, nodes, painted, (page) => String(pages[page]?.dictionary));
      const lists = pages.map(({ owners }, page) => {
        const marks = owners.map((node) => String(refs.get(node)));
        return `${page} [${marks.join(" ")}]`;
      });
      const root = pdf._root.data["StructTreeRoot"] as PdfRef; // made by writeElements
      root.data["ParentTree"] = rawPdf(`<</Nums [${lists.join(" ")}]>>`);
      root.data["ParentTreeNextKey"] = pages.length;
    },
  };
}

function writeElements(
  pdf: PdfFile,
  nodes: readonly StructureNode[],
  painted: ReadonlyMap<number, readonly MarkedContent[]>,
  pageRef: (page: number) => string,
): Map<number, PdfRef> {
  const families = new Map<number | null, number[]>();
  nodes.forEach((node, i) => {
    const family = families.get(node.parent);
    if (family) family.push(i);
    else families.set(node.parent, [i]);
  });
  const refs = new Map<number, PdfRef>();
  const build = (index: number, parent: PdfRef): PdfRef | undefined => {
    const node = nodes[index];
    const content = painted.get(index) ?? [];
    if (!node || !holdsAnything(index)) return undefined;
    const ref = pdf.ref({});
    refs.set(index, ref);
    const { page: home, marks } = writeMarks(content, pageRef);
    const children = (families.get(index) ?? []).flatMap((child) => build(child, ref) ?? []);
    const kids = [...marks, ...children.map(String)].join(" ");
    // Written at once: pdfkit takes ten times as long, and most of the objects of a file are elements.
    const page = home === null ? "" : `/Pg ${home} `;
    const about = `/S /${node.type} /P ${String(parent)} ${page}/K [${kids}]`;
    pdf.endRaw(ref, `<<${about}${writeAttributes(node)}>>`);
    return ref;
  };
  const holdsAnything = (index: number): boolean =>
    nodes[index]?.type === "TD" ||
    (painted.get(index)?.length ?? 0) > 0 ||
    (families.get(index) ?? []).some(holdsAnything);
  const root = pdf.ref({ Type: "StructTreeRoot" });
  const document = pdf.ref({ S: "Document", P: root });
  const tops = (families.get(null) ?? []).flatMap((top) => build(top, document) ?? []);
  document.data["K"] = tops;
  document.end();
  root.data["K"] = [document];
  pdf._root.data["StructTreeRoot"] = root;
  return refs;
}

/** The marks of an element: by their numbers alone where all of them are on one page. */
function writeMarks(
  content: readonly MarkedContent[],
  pageRef: (page: number) => string,
): { page: string | null; marks: string[] } {
  const [first] = content;
  if (first === undefined) return { page: null, marks: [] };
  if (content.every(({ page }) => page === first.page)) {
    return { page: pageRef(first.page), marks: content.map(({ mark }) => String(mark)) };
  }
  const marks = content.map(
    ({ page, mark }) => `<</Type /MCR /Pg ${pageRef(page)} /MCID ${mark}>>`,
  );
  return { page: null, marks };
}

function writeAttributes(node: StructureNode): string {
  const attributes: string[] = [];
  if (node.alt !== undefined) attributes.push(` /Alt ${writeText(node.alt)}`);
  if (node.box !== undefined) {
    const [left, top, right, bottom] = node.box;
    const box = [left, PAGE.height - bottom, right, PAGE.height - top].map(toThousandths);
    attributes.push(` /A <</O /Layout /Placement /Block /BBox [${box.join(" ")}]>>`);
  }
  if (node.type === "TH") attributes.push(` /A <</O /Table /Scope /${node.scope ?? "Row"}>>`);
  return attributes.join("");
}

/** A text in the digits of its sixteen-bit units. */
function writeText(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

function toThousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
