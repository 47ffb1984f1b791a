import type { ServiceReceiver } from "../../case-file/content.ts";
import { SERVICE_RECEIVER_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { PartyKind } from "../../parties/party.ts";
import { since, type Rule } from "../rule.ts";

/** Only persons live with a family, and only organizations have a head and somebody who takes in the mail. */
const OF_PERSONS: readonly ServiceReceiver[] = ["adult-family"];
const OF_ORGANIZATIONS: readonly ServiceReceiver[] = ["head-of-organization", "mail-office"];

/**
 * Papers handed over are signed for by the party or by those whom the law names (直接送达的签收人): for a person a grown-up of the
 * family that lives with it, for an organization its head or whoever takes in its mail, for both an agent or a receiver they named.
 */
export const r53LawfulReceiver: Rule = {
  id: "R53",
  title: "直接送达由受送达人或者依法可以签收的人签收",
  citations: [cite("civilProcedure", "第八十八条")],
  inForce: since("2024-01-01"),
  acts: ["record-service"],
  check: ({ command, file }) => {
    if (command?.kind !== "record-service") return [];
    const { receiver } = command;
    if (receiver === undefined || isLawful(receiver, file.partyKind)) return [];
    return [
      {
        missing: `${SERVICE_RECEIVER_TITLES[receiver]}不能为该当事人签收`,
        toDo: "请核对签收人身份；由其他人签收的不算送达，请改由依法可以签收的人签收或者另行送达",
      },
    ];
  },
};

function isLawful(receiver: ServiceReceiver, partyKind: PartyKind): boolean {
  return partyKind === "natural-person"
    ? !OF_ORGANIZATIONS.includes(receiver)
    : !OF_PERSONS.includes(receiver);
}
