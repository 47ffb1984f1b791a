import { daysBetween } from "../../deadlines/calendar-day.ts";
import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { liftDeadline, setCountedDeadline } from "../set-deadline.ts";
import type { CaseFile } from "../state.ts";

/**
 * Records that a person agrees to be shown to the public on the list (同意向社会公示), for as long as the consent says (R44); it ends by
 * itself on that day. A newer consent takes the place of the earlier one.
 */
export function consentToDisplay(
  command: CommandOf<"consent-to-display">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { consentedOn, consent, evidence } = command;
  const refused = refuseNeedless(file, context);
  if (refused !== null) return refused;
  if (consentedOn > context.today) {
    return refuseContent("填写的日期还没有到", "请填写实际同意的日期");
  }
  if (evidence === null && !context.actor.roles.includes("party")) {
    return refuseContent("没有当事人签名的同意书", "请上传当事人签名的同意书");
  }
  const { endsOn } = consent;
  if (endsOn === null || endsOn < context.today) {
    return refuseContent("同意的期限已经过了", "请由当事人另行确定期限");
  }
  const count = {
    startsOn: consentedOn,
    length: daysBetween(consentedOn, endsOn),
    unit: "day",
  } as const;
  return [
    ...liftDeadline(file, "display-consent"),
    { type: "DisplayConsented", consentedOn, consent: { ...consent, endsOn }, evidence },
    setCountedDeadline(file, "display-consent", count, context),
  ];
}

/** Takes the consent back (撤回同意): the public channels take the person down at once; the implementers still know. */
export function revokeDisplayConsent(
  { remark }: CommandOf<"revoke-display-consent">,
  file: CaseFile,
): Decided {
  if (file.displayConsent == null) return refuseContent("没有登记过公示的同意", "无需办理");
  return [
    ...liftDeadline(file, "display-consent"),
    { type: "DisplayConsentEnded", because: "revoked", remark },
  ];
}

/** An organization is shown by law, and so is a person for whom the list names a law or a regulation. */
function refuseNeedless(file: CaseFile, { pack }: DecideContext): Decided | null {
  if (file.partyKind !== "natural-person") {
    return refuseContent("当事人是单位，公示不以同意为前提", "无需办理");
  }
  if (pack.personDisplayBasis.value !== null) {
    return refuseContent("本名单公示个人信息已有法律、法规依据", "无需办理");
  }
  return null;
}
