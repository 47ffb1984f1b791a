import { findPapersToServe } from "../../case-file/state.ts";
import { cite } from "../../law/instruments.ts";
import type { PaperKind } from "../../papers.ts";
import { since, type Rule } from "../rule.ts";

/** Papers served in the procedure that state remedies. */
const WITH_REMEDIES: readonly PaperKind[] = ["listing-decision"];

/**
 * A decision served online names the online channel for reconsideration (线上送达的须告知线上复议渠道).
 *
 * Every decision names it where the registry of authorities knows one; where it knows none, a decision is served in another way.
 */
export const r51OnlineRemedy: Rule = {
  id: "R51",
  title: "电子送达的决定书须载明线上申请行政复议的渠道",
  citations: [cite("reconsiderationLaw", "第二十二条")],
  inForce: since("2024-01-01"),
  acts: ["record-service"],
  check: ({ command, file, context }) => {
    if (command?.kind !== "record-service" || command.method !== "electronic") return [];
    const hasRemedies = findPapersToServe(file).some((each) => WITH_REMEDIES.includes(each.kind));
    const channel = context.authority.reconsiderationOnlineChannel ?? "";
    if (!hasRemedies || channel.trim() !== "") return [];
    return [
      {
        missing: "机关登记中没有线上申请行政复议的渠道，决定书没有载明",
        toDo: "请改用其他方式送达，并请牵头单位补充该渠道",
      },
    ];
  },
};
