import type { CaseEvent } from "./events.ts";
import type { CorrectedContent, RecordObjection } from "./objection.ts";
import type { CaseFile } from "./state.ts";

/** Events of objections to the record. */
export type ObjectionEvent = Extract<
  CaseEvent,
  { type: "RecordDisputed" | "ObjectionVerified" | "ObjectionReturned" | "ObjectionAnswered" }
>;

/** What objections to the record (对公示信息的异议) change in a case. */
export function evolveObjections(file: CaseFile, event: ObjectionEvent): CaseFile {
  switch (event.type) {
    case "RecordDisputed": {
      const { objectionId, raisedBy, item, statement, filedOn, deadlineId, evidence } = event;
      const filed: RecordObjection = {
        objectionId,
        raisedBy,
        item,
        statement,
        filedOn,
        deadlineId,
        finding: null,
        returnReasons: "",
        answer: null,
      };
      return {
        ...file,
        objections: [...file.objections, filed],
        evidence: [...file.evidence, ...evidence],
      };
    }
    case "ObjectionVerified": {
      const { finding, evidence } = event;
      const verified = withObjection(file, event.objectionId, { finding, returnReasons: "" });
      return { ...verified, evidence: [...file.evidence, ...evidence] };
    }
    case "ObjectionReturned":
      return withObjection(file, event.objectionId, {
        finding: null,
        returnReasons: event.reasons,
      });
    case "ObjectionAnswered": {
      const { outcome, reasons, answeredOn, changes, correction } = event;
      const answer = { outcome, reasons, answeredOn, changes };
      return withCorrection(withAnswer(file, event.objectionId, answer), correction);
    }
  }
}

function withObjection(
  file: CaseFile,
  objectionId: string,
  change: Partial<RecordObjection>,
): CaseFile {
  const objections = file.objections.map((each) =>
    each.objectionId === objectionId ? { ...each, ...change } : each,
  );
  return { ...file, objections };
}

/** The answered ones stand in the order of their answers, so that the papers of an answer find the one that they are about. */
function withAnswer(
  file: CaseFile,
  objectionId: string,
  answer: NonNullable<RecordObjection["answer"]>,
): CaseFile {
  const others = file.objections.filter((each) => each.objectionId !== objectionId);
  const answered = file.objections.filter((each) => each.objectionId === objectionId);
  return { ...file, objections: [...others, ...answered.map((each) => ({ ...each, answer }))] };
}

/** From now on the decision says what it should have said. */
function withCorrection(file: CaseFile, correction: CorrectedContent | null): CaseFile {
  if (correction === null || file.proposal === null || file.grounds === null) return file;
  const { grounds, removalConditions, removalProcedure, keptMeasureIds } = correction;
  const measures = file.proposal.measures.filter((each) => keptMeasureIds.includes(each.rowId));
  return {
    ...file,
    grounds: { ...file.grounds, reasons: grounds },
    proposal: { ...file.proposal, measures, removalConditions, removalProcedure },
  };
}
