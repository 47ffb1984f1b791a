import type { ReactNode } from "react";
import { printCitation, type Citation } from "../../domain/law/citation.ts";
import type { Refusal } from "../../domain/refusal.ts";

/** A finding as pages get it: citations as the domain holds them, or printed already. */
export interface ShownFinding {
  readonly ruleId: string;
  readonly title: string;
  readonly citations: readonly (Citation | string)[];
  readonly missing: string;
  readonly toDo: string;
}

/** A refusal with such findings. */
export interface ShownRefusal {
  readonly kind: Refusal["kind"];
  readonly findings: readonly ShownFinding[];
}

/** What stands against an act: which rule and article, what is missing, what to do. */
export function FindingsList(props: { readonly findings: readonly ShownFinding[] }): ReactNode {
  return (
    <ul className="findings">
      {props.findings.map((finding) => (
        <li key={`${finding.ruleId} ${finding.missing}`}>
          <p>
            <strong>{finding.missing}</strong>
          </p>
          <p>怎么办：{finding.toDo}</p>
          <p className="citation">
            {isRule(finding) ? `规则 ${finding.ruleId} ` : ""}
            {finding.title}
            {finding.citations.length === 0
              ? ""
              : `，依据：${finding.citations.map(printAny).join("；")}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function printAny(citation: Citation | string): string {
  return typeof citation === "string" ? citation : printCitation(citation);
}

function isRule(finding: ShownFinding): boolean {
  return finding.ruleId.startsWith("R");
}

const HEADINGS: Readonly<Record<Refusal["kind"], string>> = {
  law: "依照规定，现在不能办理",
  stage: "本案现在的环节不能办理此事项",
  role: "您的账号不能办理此事项",
  content: "填报内容不完整或者与案卷不符，没有办理",
};

/** A refusal at the head of a page; it takes the focus. */
export function RefusalBox(props: { readonly refusal: ShownRefusal }): ReactNode {
  return (
    <section
      className="notice-refused"
      role="alert"
      aria-labelledby="refusal-title"
      tabIndex={-1}
      data-focus=""
    >
      <h2 id="refusal-title">{HEADINGS[props.refusal.kind]}</h2>
      <FindingsList findings={props.refusal.findings} />
      <p className="small">这次拒绝已经记入案卷。</p>
    </section>
  );
}
