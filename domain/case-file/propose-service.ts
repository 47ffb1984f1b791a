import { SERVICE_METHOD_TITLES } from "../glossary.ts";
import type { ServiceMethod } from "./content.ts";
import { findPapersToServe, type CaseFile } from "./state.ts";

/** The next lawful way to serve (下一步送达方式), and why. */
export interface ProposedService {
  readonly method: ServiceMethod;
  readonly why: string;
}

/**
 * Proposes how the waiting papers are to be served, from what the party confirmed and what was tried since they were issued.
 *
 * Electronic service needs consent in writing (民事诉讼法 90); handing over comes first otherwise (88); where that is difficult, the
 * post follows (91); a public notice is the last resort (95). Papers are left at the address only when they are refused (89), which
 * nobody can know beforehand. It is a proposal: the officer chooses, and the rules of service judge the choice.
 *
 * Worked example: consent recorded, nothing tried → `electronic`; handed over and mailed in vain → `public-notice`.
 */
export function proposeService(file: CaseFile): ProposedService | null {
  const issuedOn = findPapersToServe(file).at(-1)?.issuedOn;
  if (issuedOn === undefined) return null;
  const tried = new Set(
    file.attempts
      .filter((attempt) => issuedOn <= attempt.attemptedOn)
      .map((attempt) => attempt.method),
  );
  const where = file.serviceAddress === null ? "登记的地址" : "确认书载明的送达地址";
  if (file.electronicServiceAgreedOn !== null && !tried.has("electronic")) {
    return propose("electronic", "当事人已书面同意电子送达");
  }
  if (!tried.has("in-person")) {
    return propose("in-person", `应当直接送达的，先送至${where}；拒绝签收的，可以留置送达`);
  }
  if (!tried.has("post")) return propose("post", `直接送达有困难，可以邮寄至${where}`);
  return propose("public-notice", "直接送达和邮寄送达均未成，其他方式也无法送达的，可以公告送达");
}

function propose(method: ServiceMethod, why: string): ProposedService {
  return { method, why: `${SERVICE_METHOD_TITLES[method]}：${why}` };
}
