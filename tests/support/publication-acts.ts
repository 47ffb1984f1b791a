import { expect } from "vitest";
import type { Role } from "../../domain/case-file/actor.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { toCommand } from "../cases/whole-case.ts";
import { ACTORS, WORLD } from "./case-world.ts";
import { waitUntilSettled } from "./demo-clock.ts";
import type { RunningCases } from "./running-cases.ts";

/** Does an act on a running case as one of the authority's people, and has everything that follows done. */
export async function does(
  cases: RunningCases,
  caseId: string,
  kind: CommandKind,
  role: Role,
  content: object,
): Promise<void> {
  const file = await cases.read(caseId);
  const command = toCommand({ kind, ...content }, { file, world: WORLD, events: [] });
  const verdict = await cases.act(caseId, ACTORS[role], command);
  expect(verdict, JSON.stringify(verdict)).toMatchObject({ outcome: "accepted" });
}

/** Annuls the basis of a published listing and the listing itself: it is hidden, then removed. */
export async function annul(cases: RunningCases, caseId: string, day: string): Promise<void> {
  const { basisDocuments } = await cases.read(caseId);
  await does(cases, caseId, "record-basis-annulled", "case-officer", {
    documentId: basisDocuments[0]?.documentId,
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复决字〔2026〕第1号",
    annulledOn: day,
    evidence: "行政复议决定书",
  });
  await waitUntilSettled(cases.database);
  await does(cases, caseId, "sign-annulment", "head", { reasons: "认定依据已被撤销" });
  await waitUntilSettled(cases.database);
}
