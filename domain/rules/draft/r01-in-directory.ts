import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import type { HeldItem } from "../../registries/edition.ts";
import { since, type Rule } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

/**
 * Only what stands in a directory is recorded against anybody (公共信用信息目录制管理): the national one, or the supplement of the region or
 * of the city, in an edition in force on the day.
 *
 * A list without an item of its own carries no case; on the last day of an edition its items still count. A local list (地方名单) needs
 * an item in a supplement.
 */
export const r01InDirectory: Rule = {
  id: "R01",
  title: "记录的信用信息须在现行有效的目录之内",
  citations: [cite("wuzhou", "（三）"), cite("guangxi", "第十九条")],
  inForce: since("2022-03-24"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) => {
    if (!bringsListingForward(subject)) return [];
    const { pack, directory, today } = subject.context;
    const isHeld = directory.some(
      (held) => held.item.listId === pack.listId && isInForceOn(held, today),
    );
    if (isHeld) return [];
    return [
      {
        missing: `“${pack.listName}”的名单信息不在现行有效的公共信用信息目录之内`,
        toDo: "请核对国家目录、自治区和本市补充目录；确有条目的，由牵头单位录入目录版本后再办理",
      },
    ];
  },
};

function isInForceOn({ inForceFrom, inForceTo }: HeldItem, day: CalendarDay): boolean {
  return inForceFrom <= day && (inForceTo === null || day <= inForceTo);
}
