import type { ReactNode } from "react";
import type { ChosenMeasure } from "../../../../domain/case-file/content.ts";
import type { CalendarDay } from "../../../../domain/deadlines/calendar-day.ts";
import { GRAVITY_TITLES } from "../../../../domain/glossary.ts";
import { printCitation, type Citation } from "../../../../domain/law/citation.ts";
import { isUsable, type MeasureRow } from "../../../../domain/measures/catalog.ts";
import type { LawPack } from "../../../../domain/packs/law-pack.ts";
import { SelectField, Tick } from "../../../components/choice-fields.tsx";
import { TextArea } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";

/** The rows of the catalog that a list allows (本名单可用的惩戒措施): of the newest editions, and of the one that the case has pinned. */
export function findAllowedRows(
  pack: LawPack,
  catalog: readonly MeasureRow[],
  edition: string | null,
): readonly MeasureRow[] {
  const allowed = catalog.filter((row) => pack.allowedMeasureIds.includes(row.id));
  const pinned = allowed.filter((row) => row.edition === edition);
  const newest = allowed.filter(
    (row) => row.supersededBy === undefined && !pinned.some((each) => each.id === row.id),
  );
  return [...pinned, ...newest];
}

/** Rows to choose from, each with its article and the test of proportionality (过惩相当). */
export function MeasureFields(props: {
  readonly rows: readonly MeasureRow[];
  readonly today: CalendarDay;
}): ReactNode {
  return (
    <>
      {props.rows.map((row) =>
        isUsable(row, props.today) ? (
          <MeasureBlock key={row.id} row={row} />
        ) : (
          <UnusableMeasure key={row.id} row={row} />
        ),
      )}
    </>
  );
}

function MeasureBlock(props: { readonly row: MeasureRow }): ReactNode {
  const { row } = props;
  return (
    <fieldset className="boxed">
      <legend>{`措施：${row.title}`}</legend>
      <p className="soft">
        适用对象：{row.targetText}；实施单位：{row.implementers.map((each) => each.name).join("、")}
        ；期限：{row.termText}
      </p>
      <Tick name={`measure.${row.id}`} label={`采取此项措施（${row.id}）`} />
      <SelectField
        name={`article.${row.id}`}
        label={`${row.id}的依据条款`}
        choices={row.citations.map((citation) => ({
          value: articleOf(row, citation),
          label: printCitation(citation),
        }))}
      />
      <SelectField
        name={`gravity.${row.id}`}
        label={`${row.id}：失信程度`}
        hint={`此项措施只适用于${GRAVITY_TITLES[row.leastGravity]}以上的失信`}
        choices={GRAVITIES.map((each) => ({ value: String(each), label: GRAVITY_TITLES[each] }))}
      />
      <TextArea
        name={`link.${row.id}`}
        label={`${row.id}：与失信行为的关联`}
        hint="采取措施的须写明"
        optional
        rows={2}
      />
      <TextArea
        name={`milder.${row.id}`}
        label={`${row.id}：为何不能采取较轻的措施`}
        hint="采取措施的须写明"
        optional
        rows={2}
      />
    </fieldset>
  );
}

/** How an article is named: by itself, or with its instrument where the row cites the same number twice. */
export function articleOf(row: MeasureRow, citation: Citation): string {
  const same = row.citations.filter((each) => each.article === citation.article);
  return same.length === 1 ? citation.article : printCitation(citation);
}

const GRAVITIES = [3, 2, 1] as const;

function UnusableMeasure(props: { readonly row: MeasureRow }): ReactNode {
  const { row } = props;
  return (
    <p className="soft">
      {row.title}（{row.id}）：现在不能使用，{row.inactiveReason ?? "不在有效期内"}
    </p>
  );
}

/** Reads the measures that were ticked. */
export function readMeasures(
  check: FormCheck,
  rows: readonly MeasureRow[],
): readonly ChosenMeasure[] {
  return rows
    .filter((row) => check.optionalText(`measure.${row.id}`) === "yes")
    .map((row) => ({
      rowId: row.id,
      edition: row.edition,
      article: check.text(`article.${row.id}`, `请选择${row.id}的依据条款`),
      proportionality: {
        gravity:
          GRAVITIES.find((each) => String(each) === check.optionalText(`gravity.${row.id}`)) ?? 1,
        link: check.text(`link.${row.id}`, `请写明${row.id}与失信行为的关联`),
        milderAlternative: check.text(
          `milder.${row.id}`,
          `请写明为何不能采取比${row.id}更轻的措施`,
        ),
      },
    }));
}

/** What measures chosen before look like in these fields. */
export function startMeasures(
  measures: readonly ChosenMeasure[],
  rows: readonly MeasureRow[],
): Record<string, string> {
  const fields = measures.flatMap((measure): [string, string][] => {
    const { rowId, article, proportionality } = measure;
    const row = rows.find((each) => each.id === rowId);
    return [
      [`measure.${rowId}`, "yes"],
      [`article.${rowId}`, row === undefined ? article : shortArticle(row, article)],
      [`gravity.${rowId}`, String(proportionality.gravity)],
      [`link.${rowId}`, proportionality.link],
      [`milder.${rowId}`, proportionality.milderAlternative],
    ];
  });
  return Object.fromEntries(fields);
}

/** An article that was named with its instrument, in the form that this page uses. */
export function shortArticle(row: MeasureRow, article: string): string {
  const cited = row.citations.find((each) => printCitation(each) === article);
  return cited === undefined ? article : articleOf(row, cited);
}
