import { DECISION_TO_LIST } from "./case-content.ts";
import { openMatter } from "./matter-bodies.ts";
import { serviceBody, type Caller, type RunningApi } from "./running-api.ts";

/** Carries a company's case over the API to its publication, all on one day: the party waives its defense. */
export async function publishCase(api: RunningApi, day: string): Promise<string> {
  const [officer, reviewer, head] = [
    await api.as("case-officer"),
    await api.as("legal-reviewer"),
    await api.as("head"),
  ];
  const { company: caseId } = await openMatter(officer);
  const does = async (caller: Caller, kind: string, body: object = {}): Promise<void> => {
    const response = await caller.act(caseId, kind, body);
    if (response.statusCode !== 200) throw new Error(`${kind}: ${response.body}`);
  };
  await does(officer, "submit-for-review");
  await does(reviewer, "approve-notice", { opinion: "同意" });
  await does(officer, "record-service", await serviceBody(api, officer, caseId, day));
  const uploadId = await officer.hand("放弃陈述申辩声明");
  const evidence = { uploadId, title: "放弃陈述申辩声明", kind: "statement" };
  await does(officer, "waive-defense", { waivedOn: day, form: "signed-form", evidence });
  await does(officer, "propose-decision", { proposal: DECISION_TO_LIST });
  await does(reviewer, "approve-decision", { opinion: "同意" });
  const draftHash = (await api.cases.read(caseId)).proposal?.draftHash ?? "";
  await does(head, "sign-decision", { draftHash });
  await does(officer, "record-service", await serviceBody(api, officer, caseId, day));
  await api.cases.until(
    caseId,
    (file) => file.receipts["own-register"] !== undefined && file.papers.every(isMade),
  );
  return caseId;
}

function isMade(paper: { readonly fileHash: string | null }): boolean {
  return paper.fileHash !== null;
}
