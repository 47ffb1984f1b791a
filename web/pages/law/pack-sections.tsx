import type { ReactNode } from "react";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { printLength } from "../../../domain/deadlines/explain.ts";
import { LEGAL_RANK_TITLES, PACK_VALUE_TITLES } from "../../../domain/glossary.ts";
import type { LawPack, PackValue, PackValues, TermLength } from "../../../domain/packs/law-pack.ts";
import { valueFields, valueOf } from "../../../domain/packs/pack-values.ts";
import { Citations } from "../../components/citation.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";

interface ValueRow {
  readonly field: keyof PackValues;
  readonly value: PackValue<TermLength>;
  readonly mandatory: boolean;
}

const COLUMNS: readonly Column<ValueRow>[] = [
  {
    title: "数值",
    cell: (row) => `${PACK_VALUE_TITLES[row.field]}${row.mandatory ? "（启用必需）" : ""}`,
  },
  { title: "内容", cell: (row) => <Value value={row.value} /> },
  { title: "依据和核验标记", cell: (row) => <Citations citations={row.value.citations} /> },
  { title: "说明", cell: (row) => describeEntry(row.value) },
];

function Value(props: { readonly value: PackValue<TermLength> }): ReactNode {
  const { value } = props.value;
  if (value === null) return <span className="tag tag-red">没有数值</span>;
  return printLength(value.length, value.unit);
}

function describeEntry({ note, entered }: PackValue<TermLength>): string {
  const by = entered === undefined ? "" : `${printDay(entered.on)}人工录入。`;
  return `${by}${note ?? ""}`;
}

/** Every value of a pack with its sources. */
export function ValuesSection(props: { readonly pack: LawPack }): ReactNode {
  const { pack } = props;
  return (
    <Panel id="values" title="期限数值">
      <Table
        caption="期限数值"
        captionHidden
        columns={COLUMNS}
        rows={valueFields(pack).map((field) => ({
          field,
          value: valueOf(pack, field),
          mandatory: pack.mandatoryValues.includes(field),
        }))}
        keyOf={(row) => row.field}
        empty="没有"
      />
    </Panel>
  );
}

/** The criteria of a list, and the texts it rests on. */
export function CriteriaList(props: { readonly pack: LawPack }): ReactNode {
  const { pack } = props;
  return (
    <Panel id="criteria" title="认定标准和设列依据">
      <h3>认定标准</h3>
      <ol>
        {pack.criteria.map((criterion) => (
          <li key={criterion.id}>
            {criterion.title}（{criterion.group === "all" ? "必须符合" : "同组标准符合其中一项即可"}
            ）<Citations citations={[criterion.citation]} />
          </li>
        ))}
      </ol>
      <h3>设列依据</h3>
      <ul>
        {pack.legalBasis.map((basis) => (
          <li key={`${basis.citation.instrument}${basis.citation.article}`}>
            <Citations citations={[basis.citation]} />，{LEGAL_RANK_TITLES[basis.rank]}，自
            {printDay(basis.inForceFrom)}施行
          </li>
        ))}
      </ul>
      <h3>向社会公示自然人的依据</h3>
      <p>{pack.personDisplayBasis.value ?? "没有，自然人不向社会公示"}</p>
      <p className="soft">{pack.personDisplayBasis.note ?? ""}</p>
    </Panel>
  );
}

/** Sources that say differently when removal may be asked for. */
export function ConflictSection(props: { readonly pack: LawPack }): ReactNode {
  const { conflict, choice } = props.pack.earlyRemoval;
  return (
    <Panel id="conflict" title="提前移出的最短期限">
      <ul>
        {conflict.map((source) => (
          <li key={source.id}>
            {source.title}
            {choice?.sourceId === source.id ? <strong>（已选定适用）</strong> : null}
            <br />
            <Citations citations={source.citations} />
          </li>
        ))}
      </ul>
      {choice === null ? (
        <p>各依据规定不一致，没有统一选定，由法制负责人在各案件中选择。</p>
      ) : (
        <p>
          {printDay(choice.on)}选定，理由：{choice.reasons}
        </p>
      )}
    </Panel>
  );
}
