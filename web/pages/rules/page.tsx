import type { ReactNode } from "react";
import { ACT_TABLE, isCommandKind } from "../../../domain/case-file/act-table.ts";
import type { Term } from "../../../domain/deadlines/terms.ts";
import { TERMS } from "../../../domain/deadlines/terms.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { printLength } from "../../../domain/deadlines/explain.ts";
import {
  PACK_VALUE_TITLES,
  REGISTRY_ACT_TITLES,
  ROLL_RULE_TITLES,
} from "../../../domain/glossary.ts";
import { EVERY_RULE, type KnownRule } from "../../../domain/rules/every-rule.ts";
import { STANDING_DUTIES, type StandingDuty } from "../../../domain/rules/standing-duties.ts";
import { Citations } from "../../components/citation.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const RULE_COLUMNS: readonly Column<KnownRule>[] = [
  { title: "编号", cell: (rule) => rule.id, narrow: true },
  { title: "规则", cell: (rule) => rule.title },
  { title: "约束的办理", cell: (rule) => rule.acts.map(actTitle).join("、") },
  { title: "依据", cell: (rule) => <Citations citations={rule.citations} /> },
  { title: "施行", cell: (rule) => printInForce(rule.inForce) },
];

const DUTY_COLUMNS: readonly Column<StandingDuty>[] = [
  { title: "编号", cell: (duty) => duty.id, narrow: true },
  { title: "义务", cell: (duty) => duty.title },
  { title: "如何保证", cell: (duty) => duty.kept },
  { title: "依据", cell: (duty) => <Citations citations={duty.citations} /> },
];

const TERM_COLUMNS: readonly Column<Term>[] = [
  { title: "期限", cell: (term) => term.title },
  { title: "起算", cell: (term) => `${term.startEvent}（当日不计）` },
  { title: "长度", cell: printTermLength },
  { title: "最后一日", cell: (term) => ROLL_RULE_TITLES[term.rollRule] },
  { title: "届满的后果", cell: (term) => ENDS[term.onEnd] },
  { title: "依据", cell: (term) => <Citations citations={term.citations} /> },
];

const ENDS: Readonly<Record<Term["onEnd"], string>> = {
  "opens-next-stage": "自动进入下一环节",
  removes: "自动移出名单",
  hides: "自动停止向社会公示",
  alarm: "报警；逾期办理仍然有效",
  information: "告知当事人，系统不办理",
};

function actTitle(act: KnownRule["acts"][number]): string {
  if (act === "open-case") return "立案";
  return isCommandKind(act) ? ACT_TABLE[act].title : REGISTRY_ACT_TITLES[act];
}

function printTermLength(term: Term): string {
  if (term.length !== "pack") return printLength(term.length, term.unit);
  return term.packField === undefined
    ? `依${term.lengthFrom ?? ""}`
    : `依各名单规则包“${PACK_VALUE_TITLES[term.packField]}”`;
}

function printInForce(inForce: KnownRule["inForce"]): string {
  const until = inForce.to === null ? "" : `至${printDay(inForce.to)}`;
  return `自${printDay(inForce.from)}${until}`;
}

/** The law that the system knows, printed for people: every rule and every term with its sources. */
export function RulesPage(props: { readonly context: PageContext }): ReactNode {
  return (
    <Page context={props.context} title="规则与期限">
      <h1>规则与期限</h1>
      <p>
        系统按以下规则判断每一项办理能不能进行，不能进行的写明规则、条款和补正办法。依据后面的括号是核验标记：“采用的解读”表示法律条文没有直接规定，由本系统采用的解读。
      </p>
      <Panel id="rules" title={`程序规则（${String(EVERY_RULE.length)}条）`}>
        <Table
          caption="程序规则"
          captionHidden
          columns={RULE_COLUMNS}
          rows={EVERY_RULE}
          keyOf={(rule) => rule.id}
          empty="没有规则"
        />
      </Panel>
      <Panel id="duties" title={`不设拒绝的义务（${String(STANDING_DUTIES.length)}项）`}>
        <Table
          caption="由系统自身保证，或者依法只报警、不阻止的义务"
          captionHidden
          columns={DUTY_COLUMNS}
          rows={STANDING_DUTIES}
          keyOf={(duty) => duty.id}
          empty="没有"
        />
      </Panel>
      <Panel id="terms" title={`期限（${String(Object.keys(TERMS).length)}种）`}>
        <Table
          caption="期限"
          captionHidden
          columns={TERM_COLUMNS}
          rows={Object.values(TERMS)}
          keyOf={(term) => term.id}
          empty="没有期限"
        />
      </Panel>
    </Page>
  );
}
