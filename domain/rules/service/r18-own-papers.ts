import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";

/**
 * Each person concerned is a party with papers of their own (逐一告知、逐一送达).
 *
 * One act of service reaches one party, with papers addressed to that party: handing the firm's notice to its manager does not
 * serve the manager.
 */
export const r18OwnPapers: Rule = {
  id: "R18",
  title: "每名当事人单独告知、单独送达",
  citations: [cite("order45", "第五条"), cite("wuzhou", "（九）")],
  inForce: since("2022-01-01"),
  acts: ["record-service"],
  check: ({ command, file }) => {
    if (command?.kind !== "record-service") return [];
    const broken: Broken[] = [];
    const [first, ...others] = command.servedPartyIds;
    if (first !== file.partyId || others.length > 0) {
      broken.push({
        missing: "一次送达只能登记本案当事人一人",
        toDo: "请只登记本案当事人；其他当事人在各自的案卷中单独送达",
      });
    }
    const named = file.papers.filter((paper) => command.paperIds.includes(paper.paperId));
    if (named.some((paper) => paper.partyId !== file.partyId)) {
      broken.push({
        missing: "所送文书不是制发给本案当事人的",
        toDo: "请送达以本案当事人为受送达人的文书",
      });
    }
    return broken;
  },
};
