import type { AdoptionSubject, ConsultedGroup, ListAdoption } from "../../adoption/adoption.ts";
import { printDay } from "../../deadlines/calendar-day.ts";
import { CONSULTED_GROUP_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since, type Broken } from "../rule.ts";

const ASKED: readonly Exclude<ConsultedGroup, "public">[] = [
  "departments",
  "market-subjects",
  "associations",
  "legal-services",
  "experts",
];

/**
 * Criteria of a local list are made with the opinions of six groups (充分征求意见), the public among them for at least thirty days.
 *
 * The day on which the draft is published is not counted: published on 2026-11-24, the period may be closed on 2026-12-24, its thirtieth
 * day, and not on 12-23. That day is still open, so the list is adopted on the day after at the earliest (a reading).
 */
export const r15OpinionsHeard: RegistryRule<AdoptionSubject> = {
  id: "R15",
  title: "认定标准充分征求意见，公开征求意见不少于三十日",
  citations: [
    cite("wuzhou", "（八）"),
    cite("product", "最后一日仍可提出意见，次日起方可制定", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["close-comment", "adopt-list"],
  check: ({ act, adoption, today }) => [
    ...findTooShort(adoption),
    ...(act === "adopt-list" ? [...findUnheard(adoption), ...findStillOpen(adoption, today)] : []),
  ],
};

function findTooShort({ comment }: ListAdoption): readonly Broken[] {
  const closedOn = comment?.closed?.closedOn;
  if (comment === null || closedOn === undefined || closedOn >= comment.earliestCloseOn) return [];
  return [
    {
      missing: `公开征求意见自${printDay(comment.openedOn)}起，至${printDay(closedOn)}不满三十日`,
      toDo: `公开当日不计，最早可以在${printDay(comment.earliestCloseOn)}截止`,
    },
  ];
}

function findUnheard({ consultations, comment }: ListAdoption): readonly Broken[] {
  const asked = new Set(consultations.map((each) => each.group));
  const isPublicHeard = (comment?.closed ?? null) !== null;
  const missing: readonly ConsultedGroup[] = [
    ...ASKED.filter((group) => !asked.has(group)),
    ...(isPublicHeard ? [] : (["public"] as const)),
  ];
  if (missing.length === 0) return [];
  const titles = missing.map((group) => CONSULTED_GROUP_TITLES[group]).join("、");
  return [
    {
      missing: `没有征求以下各方的意见：${titles}`,
      toDo: "请征求意见，并登记征求的对象、日期、意见和材料；社会公众的意见通过公开征求意见听取",
    },
  ];
}

function findStillOpen(
  { comment }: ListAdoption,
  today: AdoptionSubject["today"],
): readonly Broken[] {
  const closedOn = comment?.closed?.closedOn;
  if (closedOn === undefined || today > closedOn) return [];
  return [
    {
      missing: `${printDay(closedOn)}是公开征求意见的最后一日，当日仍可提出意见`,
      toDo: "请在次日以后办理",
    },
  ];
}
