import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../../domain/case-file/follow-ups.ts";
import { findOpenDeadline } from "../../../../domain/case-file/state.ts";
import { act, judge, letPass } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { playSamples } from "../../../support/sample-commands.ts";

const asked = () => playSamples(caseAt("published"), [["party", "2026-09-22", "apply-for-repair"]]);
const EXTEND = {
  kind: "extend-deadline",
  termId: "repair-decision",
  days: 5,
  article: "示例条款",
  reasons: "须向银行核查",
} as const;

describe("extending a clock", () => {
  it("counts the longer term anew, over the days off, and tells the applicant", () => {
    // Ten working days from 2026-09-22 end on 10-13 (中秋 and 国庆); five more on 10-20. 10-10 is a make-up Saturday.
    expect(findOpenDeadline(asked().file, "repair-decision")?.endsOn).toBe("2026-10-13");
    const extended = act(asked(), "legal-officer", "2026-10-13", EXTEND);
    const deadline = findOpenDeadline(extended.file, "repair-decision");
    expect(deadline).toMatchObject({ endsOn: "2026-10-20", length: 15, extended: true });
    const event = extended.events.at(-1);
    expect(event?.type).toBe("DeadlineExtended");
    expect(event === undefined ? [] : messagesOf(event)).toEqual([
      {
        to: "party",
        text: "“信用修复办结时限”依法延长，最后一日由2026年10月13日改为2026年10月20日",
      },
      {
        to: "case-officer",
        text: "“信用修复办结时限”依法延长，最后一日由2026年10月13日改为2026年10月20日",
      },
    ]);
  });

  it("refuses where the law knows no extension", () => {
    const other = { ...EXTEND, termId: "repair-acceptance" } as const;
    expect(judge(asked(), "legal-officer", "2026-09-23", other).kind).toBe("refused");
  });

  it("refuses a clock that has run out, a second extension, and one without reasons or article", () => {
    const late = letPass(asked(), "2026-10-14");
    expect(judge(late, "legal-officer", "2026-10-14", EXTEND).kind).toBe("refused");
    const once = act(asked(), "legal-officer", "2026-09-23", EXTEND);
    expect(judge(once, "legal-officer", "2026-09-24", EXTEND).kind).toBe("refused");
    for (const part of [{ reasons: " " }, { article: "" }, { days: 0 }, { days: 61 }]) {
      expect(judge(asked(), "legal-officer", "2026-09-23", { ...EXTEND, ...part }).kind).toBe(
        "refused",
      );
    }
  });
});
