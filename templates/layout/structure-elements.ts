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
    const marks = content.map(
      ({ page, mark }) => `<</Type /MCR /Pg ${pageRef(page)} /MCID ${mark}>>`,
    );
    const children = (families.get(index) ?? []).flatMap((child) => build(child, ref) ?? []);
    ref.data["S"] = node.type;
    ref.data["P"] = parent;
    ref.data["K"] = rawPdf(`[${[...marks, ...children.map(String)].join(" ")}]`);
    addAttributes(ref, node);
    ref.end();
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

function addAttributes(ref: PdfRef, node: StructureNode): void {
  if (node.alt !== undefined) ref.data["Alt"] = new String(node.alt);
  if (node.box !== undefined) {
    const [left, top, right, bottom] = node.box;
    const box = [left, PAGE.height - bottom, right, PAGE.height - top];
    ref.data["A"] = { O: "Layout", Placement: "Block", BBox: box };
  }
  if (node.type === "TH") ref.data["A"] = { O: "Table", Scope: node.scope ?? "Row" };
}
