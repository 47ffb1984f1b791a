import { openMatter } from "../demo/life/matter.ts";
import type { People } from "../demo/life/people.ts";

/** The act: an officer states the grounds anew. It runs through everything that any act runs through. */
export async function prepareAct(people: People): Promise<(round: number) => Promise<unknown>> {
  const [opened] = await openMatter(people.officer, {
    serial: 77,
    company: "【示例】梧州测量样例有限公司",
    legalRepresentative: "【示例】莫测量",
    siteManager: null,
    workers: 18,
    amount: 412_000,
    orderedOn: "2026-02-02",
    limitEndsOn: "2026-02-12",
  });
  const caseId = opened?.caseId ?? "";
  const { file } = await people.officer.get<{ file: { grounds: object } }>(
    `/api/case-files/${caseId}`,
  );
  return (round) =>
    people.officer.post(`/api/case-files/${caseId}/acts/state-grounds`, {
      grounds: { ...file.grounds, reasons: `第${String(round)}次填写的理由` },
    });
}
