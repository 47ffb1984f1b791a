import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { BIDDING_LIMIT } from "./case-content.ts";
import type { Caller } from "./running-api.ts";

/** 【虚构】 the credit code of the company whose matter the tests open. */
export const COMPANY_CODE = makeUpUscc(7);

/** 【虚构】 the identity number of its legal representative. */
export const PERSON_NUMBER = makeUpResidentIdNumber(1970);

/** A matter of wage arrears against a company and its legal representative, with everything that belongs to a draft. */
export async function matterBody(officer: Caller) {
  const order = await officer.hand("责令限期改正指令书");
  const payroll = await officer.hand("工资拖欠明细");
  return {
    listId: "unpaid-wages",
    parties: [
      {
        kind: "legal-person",
        role: "employer",
        name: "【虚构】梧州云雀示例劳务有限公司",
        identifier: COMPANY_CODE,
        address: "【虚构】苍梧县示例路2号",
        phone: "0774-0000009",
      },
      {
        kind: "natural-person",
        role: "legal-representative",
        name: "【虚构】甘云雀",
        identifier: PERSON_NUMBER,
        address: "",
        phone: "",
      },
    ],
    evidence: [
      { uploadId: order, title: "责令限期改正指令书及回证", kind: "document" },
      { uploadId: payroll, title: "工资拖欠明细", kind: "document" },
    ],
    basisDocument: {
      kind: "correction-order",
      number: "苍人社监令字〔2026〕第1号",
      issuingOrgan: "【虚构】苍梧县人力资源和社会保障局",
      issuedOn: "2026-03-02",
      effectiveOn: "2026-03-02",
      servedOn: "2026-03-02",
      complianceEndsOn: "2026-03-12",
      finality: "open",
      evidenceId: order,
    },
    grounds: {
      criteria: [
        { criterionId: "overdue", facts: "至2026年3月12日逾期未支付", evidenceIds: [order] },
        { criterionId: "amount", facts: "拖欠18名劳动者共412000元", evidenceIds: [payroll] },
      ],
      reasons: "经责令限期支付逾期未支付，数额达到规定标准",
    },
    measures: [BIDDING_LIMIT],
  };
}

/** Opens that matter and answers with the case files. */
export async function openMatter(officer: Caller): Promise<{ company: string; person: string }> {
  const response = await officer.post("/api/matters", await matterBody(officer));
  if (response.statusCode !== 201) throw new Error(response.body);
  const { cases } = response.json<{ cases: { caseId: string; partyRole: string }[] }>();
  const idOf = (role: string): string =>
    cases.find((each) => each.partyRole === role)?.caseId ?? "";
  return { company: idOf("employer"), person: idOf("legal-representative") };
}
