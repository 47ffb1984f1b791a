import type { CaseFile } from "../../domain/case-file/state.ts";
import { explainDeadline } from "../../domain/deadlines/compute.ts";
import { PARTY_ROLE_TITLES } from "../../domain/glossary.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { paperTitle } from "../../domain/papers.ts";

/** Prints what happened, day by day: who did what, which papers came of it, which clocks run and how they were counted. */
export interface Timeline {
  readonly tell: (day: string, who: string, what: string) => void;
  /** Tells what is new in a case since the last time: papers and clocks. */
  readonly follow: (file: CaseFile) => void;
}

/** Makes a timeline that prints lines as they come. */
export function startTimeline(print: (line: string) => void): Timeline {
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
  return {
    tell: (day, who, what) => {
      print(`${day}  ${who}  ${what}`);
    },
    follow: (file) => {
      const who = PARTY_ROLE_TITLES[file.partyRole];
      for (const paper of file.papers) {
        if (!isNew(`${file.caseId} ${paper.paperId}`)) continue;
        print(`            文书  ${who}：${paperTitle(paper.kind)}（${paper.number ?? ""}）`);
      }
      for (const deadline of file.deadlines) {
        if (!isNew(`${file.caseId} ${deadline.deadlineId}`)) continue;
        const title = TERMS[deadline.termId].title;
        print(`            期限  ${who}：${title}：${explainDeadline(deadline)}`);
      }
    },
  };
}
