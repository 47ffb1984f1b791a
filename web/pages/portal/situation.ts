import type { OwnCaseView } from "../../../api/use-cases/read-own-case.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { TERMS, type TermId } from "../../../domain/deadlines/terms.ts";
import type { Step } from "../../components/steps.tsx";
import { printRemaining } from "../../words/print-remaining.ts";

/** The four answers a party needs first: what this is, what can be done, by when, and what happens otherwise. */
export interface Situation {
  readonly received: string;
  readonly possible: readonly string[];
  readonly lastDay: { readonly day: string; readonly about: string };
  readonly otherwise: string;
}

/** Says in plain words where the party stands. */
export function findSituation(view: OwnCaseView): Situation {
  if (view.removal !== null) return afterRemoval(view);
  switch (view.outcome) {
    case "listed":
      return whileListed(view);
    case "not-listed":
      return ended(view, "不予列入名单的决定书。您没有被列入名单。");
    case "withdrawn":
      return ended(view, "终止认定程序告知书。认定程序已经终止，您没有被列入名单。");
    case null:
      return beforeDecision(view);
  }
}

function beforeDecision(view: OwnCaseView): Situation {
  if (view.stage === "notice-service") {
    return {
      received: `拟列入“${view.listName}”的告知书，正在送达。还没有作出决定。`,
      possible: ["可以现在就陈述申辩、提交证据，不必等到送达手续办完"],
      lastDay: { day: "尚未起算", about: "陈述申辩期限从告知书依法送达之日的次日起算。" },
      otherwise: "送达后期限届满没有陈述申辩的，认定部门依据现有证据作出决定。",
    };
  }
  if (view.stage === "defense") {
    return {
      received: `拟列入“${view.listName}”的告知书。还没有作出决定。`,
      possible: [
        "陈述申辩，逐条写明您的意见",
        "提交证据",
        ...(hasHearing(view) ? ["申请听证，不收费"] : []),
        "书面声明放弃（放弃后不能收回）",
      ],
      lastDay: lastDayOf(view, "defense-window"),
      otherwise:
        "期限届满没有陈述申辩的，认定部门依据现有证据作出决定；不陈述不等于承认，决定后仍可以依法申请复议、提起诉讼。",
    };
  }
  if (view.stage === "hearing") {
    return {
      received: `拟列入“${view.listName}”的告知书。您申请了听证，还没有作出决定。`,
      possible: [
        "按听证通知书写明的时间、地点参加听证，可以委托一至二人代理",
        "认为主持人与本案有直接利害关系的，申请回避",
        "撤回听证申请（撤回后不能再次申请）",
      ],
      lastDay: { day: "见听证通知书", about: "听证通知书至迟在听证七个工作日前送达您。" },
      otherwise: "无正当理由不出席听证或者中途退场的，视为放弃听证权利。",
    };
  }
  return {
    received: `拟列入“${view.listName}”的告知书。认定部门正在核实，还没有把决定送达您。`,
    possible: ["等待核实结果和决定；决定书会依法送达您"],
    lastDay: { day: "现在没有", about: "没有需要您遵守的期限。" },
    otherwise: "现在不需要您做什么。",
  };
}

/** Whether the list gives a hearing: then the days to ask for one run from the service of the notice. */
function hasHearing(view: OwnCaseView): boolean {
  return view.deadlines.some((each) => each.termId === "hearing-request");
}

function whileListed(view: OwnCaseView): Situation {
  return {
    received: `列入“${view.listName}”的决定书和信用修复告知书。`,
    possible: [
      `向${view.authority.reconsiderationOrgan}申请行政复议`,
      `向${view.authority.court}提起行政诉讼`,
      "履行义务后申请信用修复，提前移出，不收费",
      "认为公示信息有误的，提出异议，不收费",
    ],
    lastDay: lastDayOf(view, "reconsideration"),
    otherwise: endOfListing(view),
  };
}

function endOfListing(view: OwnCaseView): string {
  const end = view.deadlines.find((each) => each.termId === "listing-end");
  const until = end === undefined ? "" : `，至${printDay(end.endsOn)}止`;
  return `不申请复议、诉讼的，决定继续有效${until}；期满自动移出，不需要申请。`;
}

function afterRemoval(view: OwnCaseView): Situation {
  if (view.stage === "harm-repair") {
    return {
      received: `撤销列入“${view.listName}”的决定书。列入有误，正在消除影响。`,
      possible: [
        "发现仍有单位以此为由采取惩戒措施的，向认定部门反映",
        "合法权益受到损害的，可以依法申请国家赔偿",
      ],
      lastDay: { day: "没有", about: "没有需要您遵守的期限。" },
      otherwise: "不需要您做什么。全部事项办结后，认定部门向您出具消除影响证明。",
    };
  }
  if (view.stage === "restoration") {
    return {
      received: `拟恢复列入“${view.listName}”的告知书。移出现在仍然有效。`,
      possible: ["陈述申辩、提交证据", "书面声明放弃（放弃后不能收回）"],
      lastDay: lastDayOf(view, "defense-window"),
      otherwise:
        "期限届满没有陈述申辩的，认定部门依据现有证据决定是否恢复列入；原来的列入期限不延长。",
    };
  }
  const on = view.removal === null ? "" : `，自${printDay(view.removal.removedOn)}起生效`;
  return {
    received: `移出“${view.listName}”的文书${on}。`,
    possible: ["发现仍有单位以此为由采取惩戒措施的，向认定部门反映"],
    lastDay: { day: "没有", about: "没有需要您遵守的期限。" },
    otherwise: "不需要您做什么，各公示渠道和实施单位由系统通知移出。",
  };
}

function ended(view: OwnCaseView, received: string): Situation {
  return {
    received,
    possible: [`对结果有疑问的，联系${view.authority.name}`],
    lastDay: { day: "没有", about: "没有需要您遵守的期限。" },
    otherwise: "不需要您做什么。",
  };
}

function lastDayOf(view: OwnCaseView, termId: TermId): Situation["lastDay"] {
  const deadline = view.deadlines.findLast((each) => each.termId === termId);
  if (deadline === undefined)
    return { day: "尚未起算", about: `${TERMS[termId].title}还没有起算。` };
  const left = printRemaining(deadline, view.today);
  return {
    day: printDay(deadline.endsOn),
    about: `${TERMS[termId].title}的最后一日，${left}。如何计算见下面的“期限”。`,
  };
}

const WAY = ["告知", "陈述申辩", "核实", "决定", "公示", "移出"] as const;

/** The way of the case in six steps, as far as the party is concerned. */
export function findProgress(view: OwnCaseView): readonly Step[] {
  const here = placeOf(view);
  return WAY.map((title, place) => ({
    title,
    state: place < here ? "done" : place === here ? "current" : "to-do",
  }));
}

function placeOf(view: OwnCaseView): number {
  if (view.removal !== null) return WAY.length;
  if (view.outcome === "not-listed" || view.outcome === "withdrawn") return 3;
  switch (view.stage) {
    case "draft":
    case "notice-legal-review":
    case "notice-service":
      return 0;
    case "defense":
    case "hearing":
      return 1;
    case "verification":
      return 2;
    case "decision-legal-review":
    case "upper-consent":
    case "sign-off":
    case "decision-service":
      return 3;
    case "published":
      return 4;
    case "removed":
    case "restoration":
    case "harm-repair":
    case "closed":
      return WAY.length;
  }
}
