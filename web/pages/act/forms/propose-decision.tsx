import type { ActForm, ActSubject } from "../act-form.ts";
import type { ChosenMeasure } from "../../../../domain/case-file/content.ts";
import type { MeasureRow } from "../../../../domain/measures/catalog.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { TextArea } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";
import { MeasureFields, readMeasures, shortArticle, startMeasures } from "./measure-fields.tsx";

const OUTCOMES = ["list", "not-list"] as const;
const STANDARD_CONDITIONS =
  "列入期限届满；或者已经履行法定义务、纠正失信行为，并符合提前移出的期限要求。";
const STANDARD_PROCEDURE =
  "列入期限届满的，自动移出，无需申请；提前移出的，向作出决定的机关提出信用修复申请，不收取任何费用。";

/** 拟办决定: measures can only be those of the notice, fewer or milder. */
export const proposeDecision: ActForm = {
  start: startProposal,
  fields: ({ file, catalog, today }) => (
    <>
      <RadioGroup
        name="outcome"
        label="拟办结论"
        choices={[
          { value: "list", label: "列入名单" },
          { value: "not-list", label: "不予列入", hint: "以下措施、移出条件和程序不必填写" },
        ]}
      />
      <TextArea name="reasons" label="理由" hint="写明对陈述申辩的核实情况和结论" rows={5} />
      <h2>拟采取的失信惩戒措施</h2>
      <p className="hint">只能从告知书所载的措施中选择，可以减少或者减轻，不得增加或者加重。</p>
      <MeasureFields rows={findToldRows(file.measures, catalog)} today={today} />
      <TextArea name="removalConditions" label="移出条件" optional rows={3} />
      <TextArea name="removalProcedure" label="移出程序" optional rows={3} />
    </>
  ),
  read: readProposal,
};

function findToldRows(
  measures: readonly ChosenMeasure[],
  catalog: readonly MeasureRow[],
): readonly MeasureRow[] {
  return measures
    .map(({ rowId, edition }) => catalog.find((row) => row.id === rowId && row.edition === edition))
    .filter((row) => row !== undefined);
}

function startProposal({ file, catalog }: ActSubject): Record<string, string> {
  const { proposal, measures } = file;
  const shown = proposal?.outcome === "list" ? proposal.measures : measures;
  return {
    ...(proposal === null ? {} : { outcome: proposal.outcome, reasons: proposal.reasons }),
    removalConditions: proposal?.removalConditions || STANDARD_CONDITIONS,
    removalProcedure: proposal?.removalProcedure || STANDARD_PROCEDURE,
    ...startMeasures(shown, findToldRows(measures, catalog)),
  };
}

function readProposal(check: FormCheck, { file, catalog }: ActSubject): unknown {
  const outcome = check.oneOf("outcome", OUTCOMES, "请选择拟办结论");
  const reasons = check.text("reasons", "请写明理由");
  if (outcome !== "list") {
    const none = { measures: [], removalConditions: "", removalProcedure: "" };
    return { proposal: { outcome: "not-list", reasons, ...none } };
  }
  return {
    proposal: {
      outcome,
      reasons,
      measures: readMeasures(check, findToldRows(file.measures, catalog)).map((measure) =>
        asTold(measure, file.measures, catalog),
      ),
      removalConditions: check.text("removalConditions", "列入名单的，须写明移出条件"),
      removalProcedure: check.text("removalProcedure", "列入名单的，须写明移出程序"),
    },
  };
}

/** A measure cites its article as the notice did, so that both are seen to be the same. */
function asTold(
  measure: ChosenMeasure,
  told: readonly ChosenMeasure[],
  catalog: readonly MeasureRow[],
): ChosenMeasure {
  const same = told.find((each) => each.rowId === measure.rowId);
  const [row] = findToldRows([measure], catalog);
  if (same === undefined || row === undefined) return measure;
  const isSameArticle = shortArticle(row, same.article) === measure.article;
  return isSameArticle ? { ...measure, article: same.article } : measure;
}
