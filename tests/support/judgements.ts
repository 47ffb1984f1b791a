import { expect } from "vitest";
import type { CaseEventData } from "../../domain/case-file/events.ts";
import type { Judgement } from "../../domain/case-file/judgement.ts";

/** The kinds of events of an accepted act, in order; fails the test where it was refused. */
export function eventTypes(judgement: Judgement): readonly CaseEventData["type"][] {
  if (judgement.kind === "refused") {
    throw new Error(judgement.refusal.findings.map((each) => each.missing).join("; "));
  }
  return judgement.events.map((event) => event.type);
}

/** Expects a refusal because of the content, with exactly this missing. */
export function expectContentRefusal(judgement: Judgement, missing: string): void {
  expect(judgement).toMatchObject({
    kind: "refused",
    refusal: { kind: "content", findings: [{ ruleId: "content", missing }] },
  });
}
