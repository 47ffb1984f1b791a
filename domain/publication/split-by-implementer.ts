import type { RecordedMeasure } from "./listing-record.ts";
import type { SentForm } from "./reconcile/holding.ts";

/** One who carries measures out and is told of his own alone (措施实施单位), by the name that the measure catalog gives him. */
export interface ToldImplementer {
  readonly id: string;
  readonly name: string;
}

/** Whoever has no place of his own: told together at one place. */
export const OTHERS = "others";

/** What one receiver is told. */
export interface ImplementerPart {
  readonly receiver: string;
  readonly form: SentForm;
}

/**
 * Takes a form apart by those who carry its measures out (按实施单位拆分): each reads of his own measures and of nobody else's, and where there is
 * none of his he reads nothing (细则（二十二）：最小化). Whoever was told before and has nothing left to do is told that it is over; a removal goes
 * to everybody who was ever told.
 *
 * Example: a measure of the finance department and the market regulator goes to each without the other's name.
 */
export function splitByImplementer(
  form: SentForm,
  implementers: readonly ToldImplementer[],
  told: ReadonlySet<string>,
): readonly ImplementerPart[] {
  const receivers = [...implementers.map((each) => each.id), OTHERS];
  return receivers.flatMap((receiver) => {
    const part = partFor(form, implementers, receiver);
    const isConcerned = part.state === "shown" || told.has(receiver);
    return isConcerned ? [{ receiver, form: part }] : [];
  });
}

/** What one receiver is to hold of an entry: his own measures, or that there is nothing for him. */
export function partFor(
  form: SentForm,
  implementers: readonly ToldImplementer[],
  receiver: string,
): SentForm {
  if (form.state !== "shown" || !hasMeasures(form)) return form;
  const own = implementers.find((each) => each.id === receiver);
  const names = new Set(implementers.map((each) => each.name));
  const isHis = (name: string): boolean =>
    own === undefined ? !names.has(name) : name === own.name;
  const measures = form.measures
    .map((each) => ({ ...each, implementers: each.implementers.filter(isHis) }))
    .filter((each) => each.implementers.length > 0);
  // A listing without any measure is news for the common place alone.
  const isNews = measures.length > 0 || (receiver === OTHERS && form.measures.length === 0);
  const part: MeasuredForm = { ...form, measures };
  return isNews ? part : nothingFor(form);
}

interface MeasuredForm extends SentForm {
  readonly measures: readonly RecordedMeasure[];
}

function hasMeasures(form: SentForm): form is MeasuredForm {
  return "measures" in form;
}

/** Enough to stop what was done, without a word of the party: it is still on the list, and there is nothing left to carry out here. */
function nothingFor(form: SentForm): SentForm {
  const { entryId, version } = form;
  const head = Object.fromEntries(Object.entries(form).filter(([name]) => HEAD.includes(name)));
  const over = { ...head, entryId, version, state: "removed" as const, removal: null };
  return over;
}

const HEAD: readonly string[] = ["schema", "listId", "listName", "decidedBy"];
