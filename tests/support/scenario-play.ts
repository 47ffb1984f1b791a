import { expect } from "vitest";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { serviceBody, type Caller, type RunningApi } from "./running-api.ts";

/** What a scenario does on the running system: acts that must be accepted, acts that must be refused, days that must come out. */
export interface ScenarioPlay {
  readonly moveTo: (day: string) => Promise<void>;
  readonly does: (by: Caller, caseId: string, kind: string, body?: object) => Promise<void>;
  /** The ids of the rules that a refusal names. */
  readonly isRefused: (
    by: Caller,
    caseId: string,
    kind: string,
    body?: object,
  ) => Promise<readonly string[]>;
  readonly serves: (by: Caller, caseId: string, day: string) => Promise<void>;
  readonly look: (caseId: string) => Promise<CaseFile>;
  /** Last day and status of the newest clock of a term. */
  readonly clock: (caseId: string, termId: string) => Promise<string>;
}

/** Starts to play on a running API. */
export function playOn(api: RunningApi): ScenarioPlay {
  const look = (caseId: string) => api.cases.read(caseId);
  const does: ScenarioPlay["does"] = async (by, caseId, kind, body) => {
    const response = await by.act(caseId, kind, body);
    expect(response.statusCode, `${kind}: ${response.body}`).toBe(200);
  };
  return {
    look,
    does,
    moveTo: (day) => api.cases.moveClockTo(`${day}T09:00:00+08:00`),
    async isRefused(by, caseId, kind, body) {
      const response = await by.act(caseId, kind, body);
      expect(response.statusCode, `${kind}: ${response.body}`).toBe(409);
      const { findings } = response.json<{ findings: { ruleId: string }[] }>();
      return findings.map((finding) => finding.ruleId);
    },
    async serves(by, caseId, day) {
      await does(by, caseId, "record-service", await serviceBody(api, by, caseId, day));
    },
    async clock(caseId, termId) {
      const file = await look(caseId);
      const found = file.deadlines.findLast((each) => each.termId === termId);
      return `${found?.endsOn ?? "none"} ${found?.status ?? ""}`;
    },
  };
}
