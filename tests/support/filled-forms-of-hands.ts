import type { CommandKind } from "../../domain/case-file/commands.ts";
import { caseAt } from "./case-stages.ts";
import type { Filled } from "./filled-forms.ts";
import { playSamples } from "./sample-commands.ts";

const REASONS = { reasons: "理由充分" };

/** The forms of hand-over and recusal, of reorganization, and of endings for cause, as a person fills them in. */
export const OTHER_FILLED_FORMS = {
  "suspend-for-reorganization": {
    scene: () => caseAt("published"),
    day: "2026-06-01",
    by: "case-officer",
    texts: { court: "【虚构】梧州市中级人民法院", number: "（2026）桂04破1号之一" },
    files: ["evidence"],
  },
  "resume-after-reorganization": {
    scene: () =>
      playSamples(caseAt("published"), [
        ["case-officer", "2026-06-01", "suspend-for-reorganization"],
      ]),
    day: "2026-09-01",
    by: "case-officer",
    texts: { reasons: "重整计划执行完毕" },
    files: ["evidence"],
  },
  "hand-over-case": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "head",
    texts: { officer: "officer-2", ...REASONS },
  },
  "object-to-officer": {
    scene: () => caseAt("defense"),
    day: "2026-03-17",
    by: "party",
    texts: REASONS,
  },
  "answer-officer-objection": {
    scene: () => playSamples(caseAt("defense"), [["party", "2026-03-17", "object-to-officer"]]),
    day: "2026-03-18",
    by: "head",
    texts: { outcome: "granted", officer: "officer-2", ...REASONS },
  },
  "record-party-ended": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: { endedOn: "2026-03-24" },
    files: ["evidence"],
  },
  "transfer-case": {
    scene: () => caseAt("verification"),
    day: "2026-03-25",
    by: "case-officer",
    texts: { organ: "【虚构】藤县人力资源和社会保障局", ...REASONS },
  },
} as const satisfies Partial<Record<CommandKind, Filled>>;
