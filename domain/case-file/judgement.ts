import type { DecideContext } from "./context.ts";
import type { Citation } from "../law/citation.ts";
import type { Finding, Refusal } from "../refusal.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";

/** The outcome of judging an act (办理结论): what happened, or why it may not happen. */
export type Judgement =
  | { readonly kind: "accepted"; readonly events: readonly CaseEvent[] }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** What one act's own decider answers, before its events are stamped with time and actor. */
export type Decided = readonly CaseEventData[] | Refusal;

/** Tells a refusal from events. */
export function isRefusal(decided: Decided): decided is Refusal {
  return "findings" in decided;
}

/** A refusal because what was handed in is incomplete or contradicts the record. */
export function refuseContent(
  missing: string,
  toDo: string,
  title = "填报内容",
  citations: readonly Citation[] = [],
): Refusal {
  return { kind: "content", findings: [{ ruleId: "content", title, citations, missing, toDo }] };
}

/** A refusal from findings of rules. */
export function refuseByLaw(findings: readonly Finding[]): Refusal {
  return { kind: "law", findings };
}

/** Refuses what no font can print, naming field and code point, long before anything is signed. */
export function refuseUnprintable(context: Pick<DecideContext, "unprintable">): Refusal | null {
  const first = context.unprintable[0];
  if (first === undefined) return null;
  const code = first.codePoint.toString(16).toUpperCase().padStart(4, "0");
  return refuseContent(
    `“${first.field}”中有字库不能打印的字符 U+${code}`,
    "请改用规范汉字，或请管理员补充字库后再提交",
  );
}
