import { findOpenDeadline } from "../../case-file/state.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Rule } from "../rule.ts";

/**
 * Removal on expiry happens by itself (到期自动移出). It needs no application and no decision, and nobody can hold it up: the system
 * issues a certificate under a standing authorization (a reading).
 */
export const r35RemovalOnExpiry: Rule = {
  id: "R35",
  title: "列入期限届满自动移出，任何人不得阻止",
  citations: [
    cite("plan22", "关于公示期限届满自动停止公示的规定", "verified-secondary"),
    cite("order36", "关于最长公示期届满自动停止公示的规定", "verified-secondary"),
    cite("product", "到期移出由系统依授权办理", "reading"),
  ],
  inForce: since("2025-06-22"),
  acts: ["hold-removal"],
  check: ({ file }) => {
    const end = findOpenDeadline(file, "listing-end");
    const until = end === undefined ? "" : `（${printDay(end.endsOn)}届满）`;
    return [
      {
        missing: `列入期限${until}届满即自动移出，不得暂缓`,
        toDo: "无需办理；当事人又有新的失信行为的，须另行立案认定",
      },
    ];
  },
};
