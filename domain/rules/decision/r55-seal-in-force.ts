import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";

/**
 * Whoever signs a decision can seal it (签发时印章须可用).
 *
 * A decision without a seal is none. The head is told at once what is wrong with seal, key or certificate, instead of signing a decision that
 * then waits for its seal. What ends well for the party, an annulment or a removal, takes effect all the same and its paper waits; so
 * do the papers that others issue on the way.
 */
export const r55SealInForce: Rule = {
  id: "R55",
  title: "签发文书须加盖在有效期内的印章",
  citations: [
    cite("penaltyLaw", "第五十九条", "reading"),
    cite("signatureLaw", "第十三条"),
    cite("signatureLaw", "第十四条"),
  ],
  inForce: since("2022-03-24"),
  acts: ["sign-decision", "deny-repair", "restore-listing"],
  check: ({ context }) =>
    context.sealProblem === null
      ? []
      : [
          {
            missing: `本机关的电子印章现在不能使用：${context.sealProblem}`,
            toDo: "请管理员检查电子印章、证书和私钥，恢复后再签发",
          },
        ],
};
