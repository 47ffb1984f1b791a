import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import { findOpenHarmItems, titleHarmItem } from "../../../../domain/case-file/harm.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { annulledAt, caseAt, harmSettled } from "../../../support/case-stages.ts";

const WRONG = caseAt("harm-repair");

function settle(
  itemId: string,
  result = "已经解除",
): Extract<Command, { kind: "settle-harm-item" }> {
  return { kind: "settle-harm-item", itemId, result, evidence: evidenceOf("letter", "确认函") };
}

function missingOf(scene: Scene, by: "case-officer" | "head", command: Command) {
  const judgement = judge(scene, by, "2026-07-15", command);
  return judgement.kind === "refused" ? judgement.refusal.findings[0]?.missing : undefined;
}

describe("undoing a wrong listing", () => {
  it("an annulment opens one item for every measure, one to clarify and one to look for reliance", () => {
    expect(WRONG.file.harmItems.map((each) => each.itemId)).toEqual([
      "measure/M03",
      "clarification",
      "reliance",
    ]);
  });

  it("every office that looked at the listing is told, beside those who handle it", () => {
    const readBy = [
      { officeId: "wuzhou-lead", name: "【虚构】梧州市牵头单位" },
      { officeId: "cenxi-hrss", name: "【虚构】岑溪市人力资源和社会保障局" },
    ];
    const annulled = act(
      inWorld(annulledAt("published", "2026-07-10"), { readBy }),
      "head",
      "2026-07-13",
      { kind: "sign-annulment", reasons: "责令支付的文书被复议机关撤销" },
    );
    expect(annulled.file.harmItems.map(titleHarmItem)).toEqual([
      "实施单位确认解除措施（M03）",
      "告知查询过的单位列入有误（【虚构】梧州市牵头单位）",
      "告知查询过的单位列入有误（【虚构】岑溪市人力资源和社会保障局）",
      "公开说明列入有误",
      "查明据以作出的其他决定",
    ]);
  });

  it("an item is settled once, with proof on file", () => {
    const settled = act(WRONG, "case-officer", "2026-07-14", settle("measure/M03"));
    expect(findOpenHarmItems(settled.file.harmItems)).toHaveLength(2);
    expect(settled.file.evidence.at(-1)?.evidenceId).toBe("letter");
    expect(missingOf(settled, "case-officer", settle("measure/M03"))).toBe(
      "没有这项待办的消除影响事项",
    );
  });

  it("without a result it is sent back", () => {
    expect(missingOf(WRONG, "case-officer", settle("reliance", " "))).toBe("未写明办理结果");
  });

  it("the certificate needs a word to the party", () => {
    const command: Command = { kind: "certify-harm-repair", statement: " " };
    expect(missingOf(harmSettled(), "head", command)).toBe("未写明向当事人的说明");
  });
});
