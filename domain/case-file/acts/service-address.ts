import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import type { CaseFile } from "../state.ts";

/**
 * Takes the party's address for service (送达地址确认书).
 *
 * The address itself lies encrypted beside the case, under its id. The newest confirmation replaces the earlier ones, and with them
 * their consent to electronic service. A party confirms it on its own page; where an officer records it, the signed paper is there.
 */
export function confirmServiceAddress(
  command: CommandOf<"confirm-service-address">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { addressId, confirmedOn, electronic, evidence } = command;
  if (confirmedOn > context.today) {
    return refuseContent("填写的日期还没有到", "请填写实际发生的日期");
  }
  if (evidence === null && !context.actor.roles.includes("party")) {
    return refuseContent("没有当事人签名的送达地址确认书", "请上传当事人签名或者盖章的确认书");
  }
  return [
    { type: "ServiceAddressConfirmed", addressId, confirmedOn, electronic, evidence },
    issuePaper(file, "service-address-confirmation", context),
  ];
}
