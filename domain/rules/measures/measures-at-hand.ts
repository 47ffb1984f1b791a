import type { ChosenMeasure } from "../../case-file/content.ts";
import type { MeasureRow } from "../../measures/catalog.ts";
import type { ActKind, RuleSubject } from "../rule.ts";
import { DECISION_ACTS, findListingProposal, LISTING_ACTS } from "../toward-listing.ts";

/** The acts in which measures are chosen or carried on (涉及惩戒措施的办理). */
export const MEASURE_ACTS: readonly ActKind[] = ["choose-measures", ...LISTING_ACTS];

/** The measures that the act is about (所涉惩戒措施): those handed in, those of the draft, or those of the decision to list. */
export function findMeasures(subject: RuleSubject): readonly ChosenMeasure[] {
  const { act, command, file } = subject;
  if (act === "choose-measures") {
    return command?.kind === "choose-measures" ? command.measures : [];
  }
  if (DECISION_ACTS.includes(act)) return findListingProposal(subject)?.measures ?? [];
  return file.measures;
}

/** A measure with its row of the catalog; the row is undefined where the catalog does not hold it. */
export interface MeasureAtHand {
  readonly measure: ChosenMeasure;
  readonly row: MeasureRow | undefined;
  /** What people call it: the row's title, or the id where there is no row. */
  readonly name: string;
}

/** The measures of the act beside their rows in the catalog. */
export function findMeasuresWithRows(subject: RuleSubject): readonly MeasureAtHand[] {
  return findMeasures(subject).map((measure) => {
    const row = subject.context.catalog.find(
      (each) => each.id === measure.rowId && each.edition === measure.edition,
    );
    return { measure, row, name: `“${row?.title ?? measure.rowId}”` };
  });
}

/**
 * The same measure as told in a prior notice (告知书所载的同一措施): same row, edition and article. The draft can't change while a
 * notice is out, so what the draft holds is what was told.
 */
export function findTold(
  measure: ChosenMeasure,
  measures: readonly ChosenMeasure[],
): ChosenMeasure | undefined {
  return measures.find(
    (told) =>
      told.rowId === measure.rowId &&
      told.edition === measure.edition &&
      told.article === measure.article,
  );
}
