import { findOpenHarmItems, titleHarmItem } from "../../case-file/harm.ts";
import { cite } from "../../law/instruments.ts";
import { findOpenChannels } from "../../publication/find-channels.ts";
import { POINTS } from "../../publication/points/index.ts";
import { since, type Rule } from "../rule.ts";

/**
 * What a wrong listing has done is undone before the case is closed (消除不良影响).
 *
 * Every channel has confirmed the recall, every measure is lifted with proof, every office that looked is told, the wrong is clarified where it was shown, and the
 * decisions that relied on the listing were looked for. What exactly undoes the harm the text leaves open; these items are a reading.
 *
 * Example: while the implementer of one measure has not confirmed that it is lifted, the certificate is refused, naming the measure.
 */
export const r22HarmUndone: Rule = {
  id: "R22",
  title: "错误列入的不良影响全部消除后方可办结",
  citations: [
    cite("wuzhou", "（九）"),
    cite(
      "product",
      "消除影响的事项：撤回、解除措施、告知查询过的单位、公开说明、查明据以作出的决定",
      "reading",
    ),
  ],
  inForce: since("2022-03-24"),
  acts: ["certify-harm-repair"],
  check: ({ file, context }) => [
    ...findOpenChannels(file, context.pack, context.authority).map((channel) => ({
      missing: `${POINTS[channel].title}尚未确认撤回`,
      toDo: "请等待回执，或者在公示页查看并督促该渠道",
    })),
    ...findOpenHarmItems(file.harmItems).map((item) => ({
      missing: `${titleHarmItem(item)}尚未办结`,
      toDo: "请由承办人登记办理结果和证明材料",
    })),
  ],
};
