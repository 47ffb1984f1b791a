import type { ReactNode } from "react";
import { printCitation, type Citation } from "../../domain/law/citation.ts";
import { MARK_TITLES } from "../../domain/glossary.ts";

/** Citations as printed, each with how sure it is. */
export function Citations(props: { readonly citations: readonly Citation[] }): ReactNode {
  return (
    <>
      {props.citations.map((citation, index) => (
        <span key={`${citation.instrument}${citation.article}`} className="citation">
          {index === 0 ? "" : "；"}
          {printCitation(citation)}（{MARK_TITLES[citation.mark]}）
        </span>
      ))}
    </>
  );
}
