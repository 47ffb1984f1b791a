import type { Actor } from "../../domain/case-file/actor.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import type { Evidence } from "../../domain/case-file/content.ts";
import { findPaper, findPapersToServe, type CaseFile } from "../../domain/case-file/state.ts";
import { isPaperKind } from "../../domain/papers.ts";
import { ACT_BODIES } from "../acts/index.ts";
import type { EvidenceRef } from "../acts/parts.ts";
import type { DescribedAct } from "../schemas/legality.ts";
import { BadInputError } from "./faults.ts";

/**
 * Turns an act of a described case into its command, by the same checks as a real one. What nobody can know of a case that is only
 * described is filled in from it: papers that wait, the party, the draft on the table, points by their place.
 */
export async function toDescribedCommand(
  { act, body }: DescribedAct,
  file: CaseFile,
  actor: Actor,
  place: string,
): Promise<Command> {
  try {
    const filled = fillIn(act, body, file);
    return await ACT_BODIES[act].toCommand(filled, {
      actor,
      takeEvidence: describeEvidence,
      // A described officer has no account; its name tells it from others.
      findOfficer: (username) => Promise.resolve(username),
      keepServiceAddress: () => Promise.resolve("described"),
    });
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    throw new BadInputError(
      error.errors.map(({ field, message }) => ({ field: `${place}/body${field}`, message })),
    );
  }
}

function fillIn(act: DescribedAct["act"], body: object, file: CaseFile): object {
  switch (act) {
    case "record-service":
      return { servedPartyIds: [file.partyId], ...body, paperIds: findPaperIds(body, file) };
    case "sign-decision":
      return { draftHash: file.proposal?.draftHash ?? "", ...body };
    case "answer-defense":
      return withPointIds(body, file);
    default:
      return body;
  }
}

/** Papers can be named by their kind; without any they are those that wait. */
function findPaperIds(body: object, file: CaseFile): readonly unknown[] {
  if (!("paperIds" in body) || !Array.isArray(body.paperIds)) {
    return findPapersToServe(file).map((paper) => paper.paperId);
  }
  return body.paperIds.map((named: unknown) => {
    const isKind = typeof named === "string" && isPaperKind(named);
    return isKind ? (findPaper(file, named)?.paperId ?? named) : named;
  });
}

/** A point named by its place (`"1"`) gets the id under which the case holds it. */
function withPointIds(body: object, file: CaseFile): object {
  if (!("answers" in body) || !Array.isArray(body.answers)) return body;
  const points = file.statements.flatMap((statement) => statement.points);
  const answers = body.answers.map((answer: unknown) => {
    if (typeof answer !== "object" || answer === null || !("pointId" in answer)) return answer;
    const point = points[Number(answer.pointId) - 1];
    return point === undefined ? answer : { ...answer, pointId: point.pointId };
  });
  return { ...body, answers };
}

/** A piece of evidence that is only described has no bytes. */
function describeEvidence({ uploadId, title, kind }: EvidenceRef): Promise<Evidence> {
  const none = { blobHash: "", fileName: "", mediaType: "" };
  return Promise.resolve({ evidenceId: uploadId, title, kind, ...none });
}
