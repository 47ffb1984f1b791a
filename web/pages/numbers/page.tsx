import type { ReactNode } from "react";
import type { NumberRow } from "../../../api/use-cases/find-numbers.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { PAPER_STATE_TITLES } from "../../../domain/glossary.ts";
import { isPaperKind, PAPER_KINDS } from "../../../domain/papers.ts";
import { Pager } from "../../components/pager.tsx";
import { SearchBar } from "../../components/search-bar.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const COLUMNS: readonly Column<NumberRow>[] = [
  { title: "文号", cell: (each) => <a href={`/papers/${each.paperId}`}>{each.number}</a> },
  { title: "文书", cell: (each) => each.title },
  { title: "制发机关", cell: (each) => each.authorityName },
  { title: "案件", cell: (each) => <a href={`/cases/${each.caseId}`}>{each.caseNumber}</a> },
  { title: "制发日", cell: (each) => printDay(each.issuedOn), narrow: true },
  { title: "状态", cell: (each) => PAPER_STATE_TITLES[each.state] },
  { title: "本序列已给到", cell: (each) => `${String(each.lastPlace)}号` },
];

/** The register of numbers (文号登记簿). */
export function NumbersPage(props: {
  readonly context: PageContext;
  readonly rows: readonly NumberRow[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
  /** Empty where all kinds, or all years, are shown. */
  readonly kind: string;
  readonly year: string;
}): ReactNode {
  const { context, rows, nextCursor, isFirst, kind, year } = props;
  return (
    <Page context={context} title="文号登记簿">
      <h1>文号登记簿</h1>
      <p>
        文号按机关、文书种类和年度连续编列，随文书制发同时给出，不重复、不收回；文书被撤销或者被替换的，文号保留在册。
      </p>
      <SearchBar
        action="/numbers"
        name="year"
        label="年份"
        hint="四位数字；留空则列出全部年份"
        submit="查询文号"
        value={year}
      >
        <KindFilter kind={kind} />
      </SearchBar>
      <Table
        caption="已经给出的文号"
        columns={COLUMNS}
        rows={rows}
        keyOf={(each) => each.number}
        empty="没有这样的文号。"
      />
      <Pager path="/numbers" query={{ kind, year }} nextCursor={nextCursor} isFirst={isFirst} />
    </Page>
  );
}

function KindFilter(props: { readonly kind: string }): ReactNode {
  return (
    <div className="field">
      <label htmlFor="number-kind">文书种类</label>
      <select id="number-kind" name="kind" defaultValue={props.kind}>
        <option value="">全部种类</option>
        {Object.keys(PAPER_KINDS)
          .filter(isPaperKind)
          .map((each) => (
            <option key={each} value={each}>
              {PAPER_KINDS[each].shortTitle}
            </option>
          ))}
      </select>
    </div>
  );
}
