import type { ReactNode } from "react";
import type { LegalityAnswer } from "../../../api/use-cases/check-legality.ts";
import { viewRefusal } from "../../../api/use-cases/finding-view.ts";
import type { DEFENSES, UsualAct } from "../../../api/use-cases/usual-course.ts";
import { ACT_TABLE } from "../../../domain/case-file/act-table.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../../domain/deadlines/terms.ts";
import {
  AUTHORITY_LEVEL_TITLES,
  BASIS_DOCUMENT_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
  STAGE_TITLES,
} from "../../../domain/glossary.ts";
import { Citations } from "../../components/citation.tsx";
import { choicesOf, SelectField, Tick, type Choice } from "../../components/choice-fields.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { RefusalBox } from "../../components/findings-list.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { FormFields } from "../../forms/form-context.tsx";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const DEFENSE_TITLES: Readonly<Record<(typeof DEFENSES)[number], string>> = {
  none: "没有提出意见",
  waived: "送达当日书面放弃",
  answered: "提出意见，已逐条答复",
  unanswered: "提出意见，尚未答复",
};

const ACT_TITLES: Readonly<Record<UsualAct, string>> = {
  "submit-for-review": ACT_TABLE["submit-for-review"].title,
  "approve-notice": ACT_TABLE["approve-notice"].title,
  "serve-notice": "送达告知书",
  "propose-decision": ACT_TABLE["propose-decision"].title,
  "approve-decision": ACT_TABLE["approve-decision"].title,
  "sign-decision": ACT_TABLE["sign-decision"].title,
  "serve-decision": "送达决定书和信用修复告知书",
  "apply-for-repair": ACT_TABLE["apply-for-repair"].title,
  "hold-removal": ACT_TABLE["hold-removal"].title,
};

/** The check of an act along the usual course of a listing (合法性检查), for officers who plan or learn. */
export function LegalityPage(props: {
  readonly context: PageContext;
  readonly lists: readonly Choice[];
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly answer: LegalityAnswer | null;
}): ReactNode {
  const { context, lists, input, errors, answer } = props;
  return (
    <Page context={context} title="合法性检查">
      <h1>合法性检查</h1>
      <p>
        按所填的日期走一遍一般流程，检查某一事项在某日办理是否合法。与实际办理适用同一套规则，不保存任何内容。其他情形用接口
        <code>POST /api/legality-checks</code>检查。
      </p>
      {answer === null ? null : <Answer answer={answer} />}
      <Panel id="question" title="案情">
        <ErrorSummary errors={errors} />
        <form method="get" action="/legality" noValidate>
          <FormFields input={input} errors={errors}>
            <CaseFields lists={lists} />
            <CourseFields />
            <SelectField name="act" label="要检查的事项" choices={choicesOf(ACT_TITLES)} />
            <DayField name="on" label="办理该事项之日" />
          </FormFields>
          <button type="submit">检查</button>
        </form>
      </Panel>
    </Page>
  );
}

function CaseFields(props: { readonly lists: readonly Choice[] }): ReactNode {
  return (
    <>
      <SelectField name="listId" label="名单" choices={props.lists} />
      <SelectField name="level" label="机关层级" choices={choicesOf(AUTHORITY_LEVEL_TITLES)} />
      <SelectField name="partyKind" label="当事人类别" choices={choicesOf(PARTY_KIND_TITLES)} />
      <SelectField name="partyRole" label="列入身份" choices={choicesOf(PARTY_ROLE_TITLES)} />
      <SelectField
        name="documentKind"
        label="认定依据文书"
        choices={choicesOf(BASIS_DOCUMENT_TITLES)}
      />
      <DayField name="documentServedOn" label="依据文书作出并送达之日" />
      <DayField name="complianceEndsOn" label="责令履行期限届满日" optional />
    </>
  );
}

function CourseFields(): ReactNode {
  return (
    <>
      <DayField name="openedOn" label="立案、提交审核之日" />
      <DayField name="noticeServedOn" label="告知书送达之日" />
      <SelectField name="defense" label="陈述申辩" choices={choicesOf(DEFENSE_TITLES)} />
      <DayField name="proposedOn" label="拟办决定之日" />
      <DayField name="signedOn" label="签发决定之日" />
      <Tick name="sameHands" label="签发人办理过本案" />
      <DayField name="decisionServedOn" label="决定书送达之日" />
    </>
  );
}

type Rule = LegalityAnswer["rules"][number];
type Clock = LegalityAnswer["deadlines"][number];

const RULE_COLUMNS: readonly Column<Rule>[] = [
  { title: "规则", cell: (each) => each.ruleId, narrow: true },
  { title: "内容", cell: (each) => each.title },
  { title: "依据", cell: (each) => <Citations citations={each.citations} /> },
];

const CLOCK_COLUMNS: readonly Column<Clock>[] = [
  { title: "期限", cell: (each) => TERMS[each.termId].title },
  { title: "起算日", cell: (each) => printDay(each.startsOn), narrow: true },
  { title: "最后一日", cell: (each) => printDay(each.endsOn), narrow: true },
];

function Answer(props: { readonly answer: LegalityAnswer }): ReactNode {
  const { answer } = props;
  return (
    <Panel id="answer" title={answer.allowed ? "可以办理" : "不能办理"}>
      <Verdict answer={answer} />
      <Table
        caption="检查所用的规则"
        columns={RULE_COLUMNS}
        rows={answer.rules}
        keyOf={(each) => each.ruleId}
        empty="没有专门的规则约束该事项。"
      />
      <Table
        caption="此案中的期限"
        columns={CLOCK_COLUMNS}
        rows={answer.deadlines}
        keyOf={(each) => each.deadlineId}
        empty="还没有期限。"
      />
    </Panel>
  );
}

function Verdict(props: { readonly answer: LegalityAnswer }): ReactNode {
  const { allowed, refusal, refusedEarlier, stage } = props.answer;
  if (allowed) {
    return (
      <Notice kind="success" live>
        <p>
          没有发现不合法之处。{stage === null ? "" : `办理时处于“${STAGE_TITLES[stage]}”环节。`}
        </p>
      </Notice>
    );
  }
  if (refusal !== null) return <RefusalBox refusal={viewRefusal(refusal)} />;
  if (refusedEarlier === null) return null;
  return (
    <>
      <p role="status">走不到这一事项：此前的办理已经不合法。</p>
      <RefusalBox refusal={viewRefusal(refusedEarlier.refusal)} />
    </>
  );
}
