import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";

/** Papers left at the address (留置送达) need a witness, or photographs or a film of the leaving; which of them is written down. */
export const r50LeftWithWitness: Rule = {
  id: "R50",
  title: "留置送达须有见证或者影像记录",
  citations: [cite("civilProcedure", "第八十九条"), cite("penaltyLaw", "第六十一条", "reading")],
  inForce: since("2021-07-15"),
  acts: ["record-service"],
  check: ({ command }) => {
    if (command?.kind !== "record-service" || command.method !== "left-at-address") return [];
    if (command.witness.trim() !== "") return [];
    return [
      {
        missing: "留置送达没有写明见证情况",
        toDo: "请写明见证人，或者写明拍照、录像的情况",
      },
    ];
  },
};
