import { describe, expect, it } from "vitest";
import type { CommandOf } from "../../../../domain/case-file/commands.ts";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { proposeService } from "../../../../domain/case-file/propose-service.ts";
import type { ServiceMethod } from "../../../../domain/case-file/content.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const NOTICE = caseAt("notice-service");
const DAY = "2026-03-16";

function confirmation(
  change: Partial<CommandOf<"confirm-service-address">> = {},
): CommandOf<"confirm-service-address"> {
  return {
    kind: "confirm-service-address",
    addressId: "address-1",
    confirmedOn: parseDay(DAY),
    electronic: false,
    evidence: evidenceOf("signed-confirmation"),
    ...change,
  };
}

function attempted(scene: Scene, method: ServiceMethod): Scene {
  const attemptedOn = parseDay(DAY);
  const result = "未能送达";
  return act(scene, "case-officer", DAY, {
    kind: "record-service-attempt",
    ...{ method, attemptedOn, result },
  });
}

describe("confirming the address for service", () => {
  it("when an officer records the signed paper, then it is evidence and the confirmation is a paper", () => {
    expect(eventTypes(judge(NOTICE, "case-officer", DAY, confirmation()))).toEqual([
      "ServiceAddressConfirmed",
      "PaperIssued",
    ]);
    const { file } = act(NOTICE, "case-officer", DAY, confirmation());
    expect(file.serviceAddress).toEqual({
      ...{ addressId: "address-1", confirmedOn: DAY, electronic: false, onPaper: true },
    });
    expect(file.evidence.map((each) => each.evidenceId)).toContain("signed-confirmation");
    expect(findPaper(file, "service-address-confirmation")?.issuedOn).toBe(DAY);
  });

  it("when the party confirms it on its own page, then no paper need be handed in", () => {
    const { file } = act(NOTICE, "party", DAY, confirmation({ evidence: null }));
    expect(file.serviceAddress).toMatchObject({ onPaper: false });
  });

  it("when an officer has no signed paper, then it is refused", () => {
    const command = confirmation({ evidence: null });
    const judgement = judge(NOTICE, "case-officer", DAY, command);
    expectContentRefusal(judgement, "没有当事人签名的送达地址确认书");
  });

  it("when the day is in the future, then it is refused", () => {
    const command = confirmation({ confirmedOn: parseDay("2026-03-17") });
    expectContentRefusal(judge(NOTICE, "case-officer", DAY, command), "填写的日期还没有到");
  });

  it("when the newest one no longer agrees to electronic service, then the consent is gone (R49)", () => {
    const agreed = act(NOTICE, "party", DAY, confirmation({ electronic: true }));
    expect(agreed.file.electronicServiceAgreedOn).toBe(DAY);
    const { file } = act(agreed, "party", DAY, confirmation({ addressId: "address-2" }));
    expect(file.electronicServiceAgreedOn).toBeNull();
    expect(file.serviceAddress?.addressId).toBe("address-2");
  });
});

describe("proposing the next lawful way to serve", () => {
  const methodOf = (scene: Scene) => proposeService(scene.file)?.method;

  it("is handing over to the address that is known, then the post, then a public notice", () => {
    expect(methodOf(NOTICE)).toBe("in-person");
    const once = attempted(NOTICE, "in-person");
    expect(methodOf(once)).toBe("post");
    expect(methodOf(attempted(once, "post"))).toBe("public-notice");
  });

  it("is electronic as long as the party agrees and it has not failed", () => {
    const agreed = act(NOTICE, "party", DAY, confirmation({ electronic: true }));
    expect(methodOf(agreed)).toBe("electronic");
    const failed = attempted(agreed, "electronic");
    expect(methodOf(failed)).toBe("in-person");
    expect(proposeService(failed.file)?.why).toContain("确认书载明的送达地址");
  });

  it("is nothing while no paper waits", () => {
    expect(proposeService(caseAt("defense").file)).toBeNull();
  });

  it("does not count what was tried with an earlier paper", () => {
    const tried = attempted(attempted(NOTICE, "in-person"), "post");
    const later = caseAt("decision-service");
    const file = { ...later.file, attempts: tried.file.attempts };
    expect(proposeService(file)?.method).toBe("in-person");
  });
});
