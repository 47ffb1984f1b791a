import { findPapersToServe } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";

/**
 * Service by public notice is the last resort (公告送达为最后手段), and why it was chosen is written down.
 *
 * An attempt counts from the day on which the papers were issued: that the notice could not be handed over in spring says nothing
 * about the decision in autumn.
 */
export const r47PublicNoticeLast: Rule = {
  id: "R47",
  title: "公告送达只在其他方式无法送达时采用",
  citations: [cite("civilProcedure", "第九十五条"), cite("penaltyLaw", "第六十一条", "reading")],
  inForce: since("2021-07-15"),
  acts: ["publish-service-notice"],
  check: ({ command, file }) => {
    const broken: Broken[] = [];
    const issuedOn = findPapersToServe(file).at(-1)?.issuedOn;
    const tried = file.attempts.some(
      (attempt) => issuedOn !== undefined && issuedOn <= attempt.attemptedOn,
    );
    if (!tried) {
      broken.push({
        missing: "没有以其他方式送达本次文书未成的记录",
        toDo: "请先采用直接、留置、邮寄等方式送达，并登记未能送达的情况",
      });
    }
    if (command?.kind === "publish-service-notice" && command.reasons.trim() === "") {
      broken.push({
        missing: "没有写明公告送达的原因",
        toDo: "请写明当事人下落不明或者其他方式无法送达的情况",
      });
    }
    return broken;
  },
};
