import { findOnlineChannel } from "../../authorities/authority.ts";
import { findPapersToServe } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import { statesRemedies } from "../../papers.ts";
import { since, type Rule } from "../rule.ts";

/**
 * A decision served online names the online channel for reconsideration (线上送达的须告知线上复议渠道).
 *
 * Every decision names it where the registry of authorities knew one when it was issued; where it knew none, it is served in another way.
 */
export const r51OnlineRemedy: Rule = {
  id: "R51",
  title: "电子送达的决定书须载明线上申请行政复议的渠道",
  citations: [cite("reconsiderationLaw", "第二十二条")],
  inForce: since("2024-01-01"),
  acts: ["record-service"],
  check: ({ command, file, context }) => {
    if (command?.kind !== "record-service" || command.method !== "electronic") return [];
    const silent = findPapersToServe(file).filter(
      (paper) => statesRemedies(paper.kind) && paper.namesOnlineChannel !== true,
    );
    if (silent.length === 0) return [];
    const isKnownNow = findOnlineChannel(context.authority) !== null;
    return [
      {
        missing: "决定书没有载明线上申请行政复议的渠道：制发时机关登记中没有",
        toDo: isKnownNow
          ? "请改用其他方式送达"
          : "请改用其他方式送达，并请牵头单位补充该渠道，以后的决定书即会载明",
      },
    ];
  },
};
