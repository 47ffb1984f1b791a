import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";

/**
 * Electronic service needs the party's consent in writing (电子送达须经书面同意), given no later than the day of service, not taken back,
 * and reaching through that day.
 *
 * That a party opened the paper in the portal is no service (a reading).
 */
export const r49ElectronicConsent: Rule = {
  id: "R49",
  title: "电子送达须经当事人书面同意",
  citations: [
    cite("penaltyLaw", "第六十一条", "reading"),
    cite("civilProcedure", "第九十条"),
    cite("product", "在网上查看文书不等于送达", "reading"),
  ],
  inForce: since("2021-07-15"),
  acts: ["record-service"],
  check: ({ command, file }) => {
    if (command?.kind !== "record-service" || command.method !== "electronic") return [];
    const agreedOn = file.electronicServiceAgreedOn;
    const endsOn = file.electronicServiceEndsOn ?? null;
    const hasEnded = endsOn !== null && endsOn < command.servedOn;
    if (agreedOn !== null && agreedOn <= command.servedOn && !hasEnded) return [];
    return [
      {
        missing: "送达时没有当事人同意电子送达的书面记录",
        toDo: "请改用其他方式送达，或者先登记当事人签署的电子送达同意书",
      },
    ];
  },
};
