import { describe, expect, it } from "vitest";
import { r22HarmUndone } from "../../../../domain/rules/removal/r22-harm-undone.ts";
import { act, confirmChannels, judge, type Scene } from "../../../support/case-builder.ts";
import { caseAt, harmSettled } from "../../../support/case-stages.ts";
import { playSamples } from "../../../support/sample-commands.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const CERTIFY = { kind: "certify-harm-repair", statement: "列入有误，特此致歉" } as const;

function missingIn(scene: Scene): readonly string[] {
  return breachesOf(r22HarmUndone, scene, "head", "2026-07-15", CERTIFY);
}

describe("R22 the harm of a wrong listing", () => {
  it("R22 names every channel that has not confirmed, and everything that nobody has proven undone", () => {
    expect(missingIn(caseAt("harm-repair"))).toEqual([
      "严重失信主体名单公示页（本系统）尚未确认撤回",
      "梧州市公共信用信息共享平台尚未确认撤回",
      "失信惩戒措施实施单位尚未确认撤回",
      "实施单位确认解除措施（M03）尚未办结",
      "公开说明列入有误尚未办结",
      "查明据以作出的其他决定尚未办结",
    ]);
  });

  it("R22 refuses the certificate while one thing is open, through decide", () => {
    const confirmed = confirmChannels(caseAt("harm-repair"), "2026-07-13");
    const almost = playSamples(confirmed, [
      ["case-officer", "2026-07-14", "settle-harm-item"],
      ["case-officer", "2026-07-14", "settle-harm-item"],
    ]);
    expect(missingIn(almost)).toEqual(["查明据以作出的其他决定尚未办结"]);
    expect(ruleIdsOf(judge(almost, "head", "2026-07-15", CERTIFY))).toEqual(["R22"]);
  });

  it("R22 lets the head certify when nothing is open, and the case is closed with its paper", () => {
    expect(missingIn(harmSettled())).toEqual([]);
    const { file } = act(harmSettled(), "head", "2026-07-15", CERTIFY);
    expect(file).toMatchObject({ stage: "closed", closedOn: "2026-07-15" });
    expect(file.papers.at(-1)?.kind).toBe("harm-repair-certificate");
  });

  itHoldsFrom(r22HarmUndone, "2022-03-24", () =>
    subjectOf(caseAt("harm-repair"), "head", "2026-07-15", CERTIFY),
  );
});
