import { findPapersToServe, type HeldPaper } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { paperTitle } from "../../papers.ts";
import { since, type Broken, type Rule } from "../rule.ts";

/**
 * The repair notice is served together with the listing decision (两书同达), in one act of service.
 *
 * In every stage of service exactly the papers that wait for the party are served: not one of a pair, nothing twice, nothing that
 * was served before.
 */
export const r24TwoPapersTogether: Rule = {
  id: "R24",
  title: "信用修复告知书与列入决定书一并送达",
  citations: [cite("plan22", "关于“两书同达”的规定", "verified-secondary")],
  inForce: since("2025-06-22"),
  acts: ["record-service"],
  check: ({ command, file }) => {
    if (command?.kind !== "record-service") return [];
    const waiting = findPapersToServe(file);
    const isWaiting = (paperId: string): boolean =>
      waiting.some((paper) => paper.paperId === paperId);
    const left = waiting.filter((paper) => !command.paperIds.includes(paper.paperId));
    const hasOthers =
      !command.paperIds.every(isWaiting) ||
      new Set(command.paperIds).size !== command.paperIds.length;
    return [...findLeftOut(left, waiting), ...(hasOthers ? [otherPapers(waiting)] : [])];
  },
};

function findLeftOut(left: readonly HeldPaper[], waiting: readonly HeldPaper[]): readonly Broken[] {
  if (left.length === 0) return [];
  return [
    {
      missing: `本次送达没有包括${printTitles(left)}`,
      toDo: `请将${printTitles(waiting)}在同一次送达中一并送达并登记`,
    },
  ];
}

function otherPapers(waiting: readonly HeldPaper[]): Broken {
  const toDo =
    waiting.length === 0 ? "现在没有待送达的文书" : `本次只送达${printTitles(waiting)}，各一次`;
  return { missing: "登记的文书中有不属于本次送达的文书", toDo };
}

function printTitles(papers: readonly HeldPaper[]): string {
  return papers.map((paper) => `《${paperTitle(paper.kind)}》`).join("");
}
