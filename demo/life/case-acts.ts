import type { CaseFile } from "../../domain/case-file/state.ts";
import { findPapersToServe } from "../../domain/case-file/state.ts";
import type { Session } from "./http-session.ts";
import { biddingLimit, uploadText } from "./matter.ts";

/** What the API answers of a case. */
export interface CaseAnswer {
  readonly file: CaseFile;
}

const PROCEDURE =
  "期满由系统自动移出，无需申请；提前移出的，向作出决定的机关或者通过“信用中国”提出申请，不收取任何费用";
const CONDITIONS = "支付全部拖欠的工资，提交信用承诺书，并达到最短公示期限；或者列入期限届满";

/** Reads a case. */
export async function readCase(session: Session, caseId: string): Promise<CaseFile> {
  return (await session.get<CaseAnswer>(`/api/case-files/${caseId}`)).file;
}

/** Does an act on a case. */
export async function act(
  session: Session,
  caseId: string,
  kind: string,
  body: unknown = {},
): Promise<void> {
  await session.post(`/api/case-files/${caseId}/acts/${kind}`, body);
}

/** Records that everything now to be served was handed over in person. */
export async function serveInPerson(
  officer: Session,
  caseId: string,
  servedOn: string,
): Promise<void> {
  const file = await readCase(officer, caseId);
  const proof = await uploadText(officer, "送达回证.txt", `${servedOn}送达`);
  await act(officer, caseId, "record-service", {
    paperIds: findPapersToServe(file).map((paper) => paper.paperId),
    servedPartyIds: [file.partyId],
    method: "in-person",
    servedOn,
    signatory: "受送达人本人签收",
    witness: "",
    remark: "",
    proof: { uploadId: proof, title: `送达回证（${servedOn}）`, kind: "proof-of-service" },
  });
}

/** Drafts the decision to list, with the measures of the notice. */
export async function proposeListing(officer: Session, caseId: string): Promise<void> {
  await act(officer, caseId, "propose-decision", {
    proposal: {
      outcome: "list",
      reasons: "事实清楚，证据充分，符合列入标准",
      measures: [biddingLimit()],
      removalConditions: CONDITIONS,
      removalProcedure: PROCEDURE,
    },
  });
}

/** Drafts the decision not to list. */
export async function proposeNotListing(
  officer: Session,
  caseId: string,
  reasons: string,
): Promise<void> {
  await act(officer, caseId, "propose-decision", {
    proposal: {
      outcome: "not-list",
      reasons,
      measures: [],
      removalConditions: "",
      removalProcedure: "",
    },
  });
}

/** Signs the draft that is now on the head's desk. */
export async function signDecision(head: Session, caseId: string): Promise<void> {
  const file = await readCase(head, caseId);
  await act(head, caseId, "sign-decision", { draftHash: file.proposal?.draftHash ?? "" });
}
