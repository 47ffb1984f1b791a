import { Type, type Static } from "typebox";
import {
  EDITION_LEVEL_TITLES,
  IMPLEMENTER_KIND_TITLES,
  ITEM_KIND_TITLES,
  LEGAL_RANK_TITLES,
  MEASURE_CATEGORY_TITLES,
  OPENNESS_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
} from "../../domain/glossary.ts";
import type { Citation } from "../../domain/law/citation.ts";
import type { Implementer, MeasureCategory, MeasureRow } from "../../domain/measures/catalog.ts";
import type { LegalRank } from "../../domain/packs/law-pack.ts";
import { NATIONAL_LISTS, type ListId } from "../../domain/packs/list-id.ts";
import type { PartyKind, PartyRole } from "../../domain/parties/party.ts";
import type {
  DirectoryItem,
  Edition,
  EditionLevel,
  EditionProofs,
  ItemKind,
  Openness,
} from "../../domain/registries/edition.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { day, dayOrNull, line, oneOf, text, toDay, toDayOrNull } from "./parts.ts";
import { defineRegistryAct, type RegistryBody } from "./registry-body.ts";

const CLOSED = { additionalProperties: false } as const;

/** The words of a table of titles; the glossary has one for every word. */
const wordsOf = <Word extends string>(titles: Readonly<Record<Word, string>>): Word[] =>
  Object.keys(titles) as Word[]; // the keys of a record of words

const CITATION = Type.Object(
  { instrument: line("依据文件", 300), article: line("条款") },
  { ...CLOSED, title: "依据" },
);
const CITATION_OR_NULL = Type.Union([CITATION, Type.Null()], { title: "依据" });
const CITATIONS = Type.Array(CITATION, { title: "依据", maxItems: 20 });

const ITEM = Type.Object(
  {
    id: line("条目编号", 60),
    kind: oneOf("信息种类", wordsOf<ItemKind>(ITEM_KIND_TITLES)),
    listId: Type.Union([line("名单代码", 60), Type.Null()], { title: "名单代码" }),
    conduct: text("具体行为", 1_000),
    openness: Type.Union([oneOf("公开属性", wordsOf<Openness>(OPENNESS_TITLES)), Type.Null()], {
      title: "公开属性",
    }),
    sharing: text("共享范围", 1_000),
    source: text("归集来源和渠道", 1_000),
    frequency: text("更新频次", 200),
    citations: CITATIONS,
    allowedBy: CITATION_OR_NULL,
  },
  { ...CLOSED, title: "条目" },
);

const IMPLEMENTER = Type.Object(
  {
    id: line("实施单位编号", 60),
    name: line("实施单位"),
    kind: oneOf("实施主体类别", wordsOf<Implementer["kind"]>(IMPLEMENTER_KIND_TITLES)),
  },
  { ...CLOSED, title: "实施单位" },
);

const ROW = Type.Object(
  {
    id: Type.String({ title: "措施编号", pattern: "^[A-Z][A-Z0-9-]{1,20}$" }),
    category: oneOf("措施类别", wordsOf<MeasureCategory>(MEASURE_CATEGORY_TITLES)),
    title: line("措施", 300),
    targets: Type.Array(
      oneOf("惩戒对象", [
        ...wordsOf<PartyKind>(PARTY_KIND_TITLES),
        ...wordsOf<PartyRole>(PARTY_ROLE_TITLES),
      ]),
      { title: "惩戒对象", minItems: 1, maxItems: 20 },
    ),
    targetText: line("惩戒对象说明", 1_000),
    lists: Type.Array(line("适用名单", 60), { title: "适用名单", maxItems: 30 }),
    citations: Type.Array(CITATION, { title: "依据", minItems: 1, maxItems: 20 }),
    legalRank: oneOf("效力层级", wordsOf<LegalRank>(LEGAL_RANK_TITLES)),
    implementers: Type.Array(IMPLEMENTER, { title: "实施单位", minItems: 1, maxItems: 20 }),
    leastGravity: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)], {
      title: "适用的最低失信程度",
    }),
    maxTerm: Type.Union(
      [
        Type.Object(
          {
            length: Type.Integer({ title: "长度", minimum: 1, maximum: 1_000 }),
            unit: oneOf("单位", ["working-day", "day", "month", "year"]),
          },
          { ...CLOSED, title: "最长期限" },
        ),
        Type.Null(),
      ],
      { title: "最长期限" },
    ),
    termText: line("期限说明"),
  },
  { ...CLOSED, title: "措施" },
);

const HEAD = {
  edition: Type.String({ title: "版本编号", pattern: "^[a-z0-9][a-z0-9-]{1,60}$" }),
  level: oneOf("层级", wordsOf<EditionLevel>(EDITION_LEVEL_TITLES)),
  title: line("名称", 300),
  inForceFrom: day("施行日"),
  inForceTo: dayOrNull("失效日"),
  scope: CITATION_OR_NULL,
};

const EDITION = Type.Union([
  Type.Object(
    {
      ...HEAD,
      registry: Type.Literal("directory"),
      items: Type.Array(ITEM, { title: "条目", minItems: 1, maxItems: 2_000 }),
    },
    CLOSED,
  ),
  Type.Object(
    {
      ...HEAD,
      registry: Type.Literal("catalog"),
      rows: Type.Array(ROW, { title: "措施", minItems: 1, maxItems: 2_000 }),
    },
    CLOSED,
  ),
]);

/** An edition of directory or catalog as it is entered; every source in it carries the mark of entry. */
export const EDITION_BODY: RegistryBody<Edition> = defineRegistryAct(EDITION, (body): Edition => {
  const head = {
    edition: body.edition,
    level: body.level,
    title: body.title,
    inForceFrom: toDay(body.inForceFrom),
    inForceTo: toDayOrNull(body.inForceTo),
    scope: enteredOrNull(body.scope),
  };
  if (body.registry === "directory") {
    requireOnce(body.items);
    return { ...head, registry: "directory", items: body.items.map(toItem) };
  }
  requireOnce(body.rows);
  return { ...head, registry: "catalog", rows: body.rows.map((row) => toRow(row, head)) };
});

const PROOF = Type.Union(
  [Type.Object({ number: line("文号或者网址", 500), provenOn: day("日期") }, CLOSED), Type.Null()],
  { title: "证明" },
);

/** What proves a supplement of the city, as it comes with the approval. */
export const PROOFS_BODY: RegistryBody<EditionProofs> = defineRegistryAct(
  Type.Object({ comments: PROOF, approval: PROOF, publication: PROOF, filing: PROOF }, CLOSED),
  ({ comments, approval, publication, filing }) => ({
    comments: toProof(comments),
    approval: toProof(approval),
    publication: toProof(publication),
    filing: toProof(filing),
  }),
);

function toProof(proof: Static<typeof PROOF>): EditionProofs["filing"] {
  return proof === null ? null : { number: proof.number, provenOn: toDay(proof.provenOn) };
}

function toItem({ listId, citations, allowedBy, ...item }: Static<typeof ITEM>): DirectoryItem {
  return {
    ...item,
    listId: toListId(listId),
    citations: citations.map(entered),
    allowedBy: enteredOrNull(allowedBy),
  };
}

function toRow(
  { lists, citations, ...row }: Static<typeof ROW>,
  { edition, inForceFrom, inForceTo }: Pick<Edition, "edition" | "inForceFrom" | "inForceTo">,
): MeasureRow {
  return {
    ...row,
    lists: lists.flatMap((each) => toListId(each) ?? []),
    citations: citations.map(entered),
    ...{ edition, inForceFrom, inForceTo, active: true, inactiveReason: null },
  };
}

function toListId(text: string | null): ListId | null {
  if (text === null) return null;
  const known = [...wordsOf(NATIONAL_LISTS)].find((each) => each === text);
  if (known !== undefined) return known;
  if (text.startsWith("local/")) return `local/${text.slice("local/".length)}`;
  throw new BadInputError([{ field: "", message: `没有代码为“${text}”的名单` }]);
}

function requireOnce(entries: readonly { readonly id: string }[]): void {
  const ids = entries.map((each) => each.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new BadInputError([{ field: "", message: `编号“${twice}”出现了不止一次` }]);
}

function entered({ instrument, article }: Static<typeof CITATION>): Citation {
  return { instrument, article, mark: "entered" };
}

function enteredOrNull(citation: Static<typeof CITATION_OR_NULL>): Citation | null {
  return citation === null ? null : entered(citation);
}
