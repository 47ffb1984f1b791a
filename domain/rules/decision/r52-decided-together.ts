import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";

/**
 * A grave or complex case is decided by those in charge together (情节复杂或者重大的，集体讨论决定).
 *
 * Whether a case is of this kind the legal reviewer says with the approval of the draft. Then the head signs only what the deliberation
 * concluded, on the very draft that lay before it. The law says it of penalties; for a listing it is a reading.
 *
 * Example: the deliberation concludes not to list, the draft still lists: the signature is refused until the draft is changed, and a
 * changed draft is deliberated again where its reviewer asks for it.
 */
export const r52DecidedTogether: Rule = {
  id: "R52",
  title: "重大、复杂的案件须集体讨论决定",
  citations: [cite("penaltyLaw", "第五十七条", "reading")],
  inForce: since("2021-07-15"),
  acts: ["sign-decision"],
  check: ({ file }) => {
    const { deliberation, proposal } = file;
    if (deliberation === undefined || proposal === null) return [];
    const { needed, record } = deliberation;
    const broken: Broken[] = [];
    if (needed && record?.draftHash !== proposal.draftHash) {
      broken.push({
        missing: "法制审核认为本案重大、复杂，拟办决定没有经过集体讨论",
        toDo: "请由承办人提请集体讨论，登记讨论结果后再签发",
      });
    }
    if (record?.draftHash === proposal.draftHash && record.conclusion !== proposal.outcome) {
      broken.push({
        missing: "拟办决定与集体讨论的结果不一致",
        toDo: "请退回拟办，按讨论结果重新拟办",
      });
    }
    return broken;
  },
};
