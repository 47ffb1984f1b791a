import { printCitation } from "../../domain/law/citation.ts";
import type { Finding, Refusal } from "../../domain/refusal.ts";

/** A finding for people: citations as they are printed. */
export interface FindingView {
  readonly ruleId: string;
  readonly title: string;
  readonly citations: readonly string[];
  readonly missing: string;
  readonly toDo: string;
}

/** A refusal for people. */
export interface RefusalView {
  readonly kind: Refusal["kind"];
  readonly findings: readonly FindingView[];
}

/** Prints a finding. */
export function viewFinding(finding: Finding): FindingView {
  return { ...finding, citations: finding.citations.map(printCitation) };
}

/** Prints a refusal. */
export function viewRefusal(refusal: Refusal): RefusalView {
  return { kind: refusal.kind, findings: refusal.findings.map(viewFinding) };
}
