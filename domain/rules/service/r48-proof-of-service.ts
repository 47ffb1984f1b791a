import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";

/**
 * Service must be proven (送达须有回证): by a signed proof of service, a postal receipt or the log of arrival. Every later clock
 * counts from the proven day.
 */
export const r48ProofOfService: Rule = {
  id: "R48",
  title: "送达须有送达回证或者其他证明",
  citations: [cite("civilProcedure", "第八十七条"), cite("penaltyLaw", "第六十一条", "reading")],
  inForce: since("2021-07-15"),
  acts: ["record-service"],
  check: ({ command }) => {
    if (command?.kind !== "record-service" || command.proof !== null) return [];
    return [
      {
        missing: "没有送达回证或者其他送达证明",
        toDo: "请上传送达回证、邮件签收回执或者到达记录后再登记",
      },
    ];
  },
};
