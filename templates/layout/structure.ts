import type { StructureNode } from "./page-model.ts";

/** Collects the elements of a paper in reading order and hands out their numbers. */
export interface StructureBuilder {
  readonly nodes: StructureNode[];
  add(node: StructureNode): number;
  /** An item of the list that is open, opening one when none is. */
  addListItem(): number;
  closeList(): void;
}

export function startStructure(): StructureBuilder {
  const nodes: StructureNode[] = [];
  let list: number | null = null;
  const add = (node: StructureNode): number => nodes.push(node) - 1;
  return {
    nodes,
    add,
    addListItem: () => {
      list ??= add({ type: "L", parent: null });
      const item = add({ type: "LI", parent: list });
      return add({ type: "LBody", parent: item });
    },
    closeList: () => {
      list = null;
    },
  };
}
