import type { StructureNode } from "./page-model.ts";

/** The elements of a document's structure: filled while painting, tied together at the end. */
export interface Elements {
  tagOf(node: number): string;
  give(node: number, content: PDFKit.PDFStructureContent): void;
  finish(): void;
}

/** Starts the structure of a document; elements that nothing was painted for are left out. */
export function startElements(
  pdf: Pick<PDFKit.PDFDocument, "struct" | "addStructure">,
  nodes: readonly StructureNode[],
): Elements {
  const painted = new Map<number, PDFKit.PDFStructureContent[]>();
  const families = new Map<number | null, number[]>();
  const childrenOf = (parent: number | null): readonly number[] => families.get(parent) ?? [];
  const build = (index: number): PDFKit.PDFStructureElement | undefined => {
    const node = nodes[index];
    const children = childrenOf(index).flatMap((child) => build(child) ?? []);
    const content = painted.get(index) ?? [];
    if (!node || (node.type !== "TD" && children.length + content.length === 0)) return undefined;
    const element = pdf.struct(node.type, elementOptions(node));
    for (const child of [...content, ...children]) element.add(child);
    element.end();
    return element;
  };
  return {
    tagOf: (node) => nodes[node]?.type ?? "P",
    give: (node, content) => {
      painted.set(node, [...(painted.get(node) ?? []), content]);
    },
    finish: () => {
      nodes.forEach((node, i) => families.set(node.parent, [...childrenOf(node.parent), i]));
      const root = pdf.struct("Document");
      pdf.addStructure(root);
      for (const index of childrenOf(null)) {
        const element = build(index);
        if (element) root.add(element);
      }
      root.end();
    },
  };
}

function elementOptions(node: StructureNode): PDFKit.Mixins.StructureElementOptions {
  const options = {
    ...(node.alt === undefined ? {} : { alt: node.alt }),
    ...(node.box === undefined ? {} : { bbox: node.box }),
    ...(node.type === "TH" ? { scope: "Row" } : {}),
  };
  return options;
}
