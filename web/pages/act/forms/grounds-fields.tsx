import type { ReactNode } from "react";
import { printCitation } from "../../../../domain/law/citation.ts";
import type { Criterion, LawPack } from "../../../../domain/packs/law-pack.ts";
import { Tick } from "../../../components/choice-fields.tsx";
import { TextArea } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";

/** The list's criteria one by one, each with facts and evidence of its own (认定标准逐条对应). */
export function GroundsFields(props: {
  readonly pack: LawPack;
  /** The field by which evidence of one criterion is named or handed in. */
  readonly evidenceField: (criterion: Criterion, number: string) => ReactNode;
}): ReactNode {
  const { pack, evidenceField } = props;
  return (
    <>
      {pack.criteria.map((criterion, index) => (
        <CriterionFields key={criterion.id} criterion={criterion} place={index + 1}>
          {evidenceField(criterion, `标准${String(index + 1)}`)}
        </CriterionFields>
      ))}
      <TextArea name="reasons" label="列入的理由" hint="概括事实，写明为什么符合标准" rows={5} />
    </>
  );
}

function CriterionFields(props: {
  readonly criterion: Criterion;
  readonly place: number;
  readonly children: ReactNode;
}): ReactNode {
  const { criterion, place } = props;
  const number = `标准${String(place)}`;
  const group = criterion.group === "all" ? "必须符合" : "同组标准符合其中一项即可";
  return (
    <fieldset className="boxed">
      <legend>{`认定标准${String(place)}（${group}）`}</legend>
      <p>
        {criterion.title}
        <span className="citation">（{printCitation(criterion.citation)}）</span>
      </p>
      <Tick name={`met.${criterion.id}`} label={`当事人符合${number}`} />
      <TextArea
        name={`facts.${criterion.id}`}
        label={`${number}对应的事实`}
        hint="勾选符合的，须写明事实"
        optional
        rows={3}
      />
      {props.children}
    </fieldset>
  );
}

/** One criterion as it was filled in. */
export interface ReadCriterion {
  readonly criterionId: string;
  readonly facts: string;
  readonly evidenceIds: readonly string[];
}

/** Reads the criteria that were ticked. */
export function readGrounds(
  check: FormCheck,
  pack: LawPack,
  evidenceOf: (criterion: Criterion) => readonly string[],
): { readonly criteria: readonly ReadCriterion[]; readonly reasons: string } {
  const met = pack.criteria.filter((each) => check.optionalText(`met.${each.id}`) === "yes");
  return {
    criteria: met.map((criterion) => ({
      criterionId: criterion.id,
      facts: check.text(`facts.${criterion.id}`, `请写明“${criterion.title}”对应的事实`),
      evidenceIds: evidenceOf(criterion),
    })),
    reasons: check.text("reasons", "请写明列入的理由"),
  };
}
