import { describe, expect, it } from "vitest";
import type { Judgement } from "../../../../domain/case-file/judgement.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { withDefenseDays, WORLD } from "../../../support/case-world.ts";

const MOVE = { kind: "move-to-pack-version", version: "next", reasons: "新版延长了期限" } as const;
const DEFENSE = caseAt("defense");

function move(scene: Scene, change: Partial<typeof MOVE | { version: string }> = {}): Judgement {
  return judge(scene, "legal-officer", "2026-03-17", { ...MOVE, ...change });
}

/** The same case where another version of the pack is in force. */
function withActive(scene: Scene, change: Partial<LawPack>, days = 10): Scene {
  const activePack = { ...withDefenseDays(days), version: "next", ...change };
  return inWorld(scene, { activePack });
}

describe("moving an open case to a newer version of its pack", () => {
  it("is on record with its reasons, and open clocks of the pack are counted again", () => {
    const judgement = move(DEFENSE);
    expect(judgement).toMatchObject({
      kind: "accepted",
      events: [
        { type: "PackVersionMoved", to: "next", reasons: MOVE.reasons },
        {
          type: "DeadlineRecounted",
          was: "2026-03-23",
          because: "规则包第next版",
          deadline: { termId: "defense-window", endsOn: "2026-03-30", length: 10 },
        },
      ],
    });
    const moved = act(DEFENSE, "legal-officer", "2026-03-17", MOVE);
    expect(moved.file.packVersion).toBe("next");
    expect(moved.file.stage).toBe("defense");
  });

  it("leaves a clock that the law itself gives as it was", () => {
    const judgement = move(caseAt("notice-service"));
    expect(judgement).toMatchObject({ events: [{ type: "PackVersionMoved" }] });
    expect(judgement.kind === "accepted" && judgement.events).toHaveLength(1);
  });

  it("takes no day back from a party that was told of it", () => {
    const judgement = move(withActive(DEFENSE, {}, 3));
    expect(judgement.kind === "accepted" && judgement.events).toHaveLength(1);
  });

  it.each([
    ["another version than the one in force", DEFENSE, { version: "8" }],
    ["no version at all", inWorld(DEFENSE, { activePack: null }), {}],
    [
      "the version it stands under",
      inWorld(DEFENSE, { activePack: WORLD.pack }),
      { version: WORLD.pack.version },
    ],
    ["a version without its criteria", withActive(DEFENSE, { criteria: [] }), {}],
    ["a version without its measure", withActive(DEFENSE, { allowedMeasureIds: [] }), {}],
  ])("is refused for %s", (_what, scene, change) => {
    expect(move(scene, change)).toMatchObject({ refusal: { kind: "content" } });
  });

  it("is refused without reasons, to anybody else, and once a decision is signed", () => {
    const silent = { ...MOVE, reasons: " " };
    expect(judge(DEFENSE, "legal-officer", "2026-03-17", silent)).toMatchObject({
      refusal: { kind: "content" },
    });
    expect(judge(DEFENSE, "case-officer", "2026-03-17", MOVE)).toMatchObject({
      refusal: { kind: "role" },
    });
    expect(judge(caseAt("published"), "legal-officer", "2026-05-01", MOVE)).toMatchObject({
      refusal: { kind: "stage" },
    });
  });
});
