import { PACK_VALUE_TITLES } from "../glossary.ts";
import type { Citation, Mark } from "../law/citation.ts";
import { MEASURE_CATALOG } from "../measures/catalog.ts";
import type { LawPack } from "../packs/law-pack.ts";
import { NATIONAL_LISTS } from "../packs/list-id.ts";
import { LISTS_ELSEWHERE } from "../packs/lists-elsewhere.ts";
import { valueFields, valueOf } from "../packs/pack-values.ts";
import { EVERY_RULE } from "../rules/every-rule.ts";
import { TERMS } from "../deadlines/terms.ts";

/** Something that the system does not know (尚未查明的事项), and what it does meanwhile. */
export interface Unknown {
  readonly about: string;
  readonly what: string;
  readonly meanwhile: string;
}

const OPEN_MARKS: readonly Mark[] = ["draft", "unverified", "not-found"];

/** What nobody has found out yet, from the packs, the lists and the catalog themselves (尚未查明的法律事实). */
export function findUnknowns(packs: readonly LawPack[]): readonly Unknown[] {
  return [...packs.flatMap(findOpenValues), ...findBlockedLists(), ...findUntickedRows()];
}

function findOpenValues(pack: LawPack): readonly Unknown[] {
  const values = valueFields(pack).flatMap((field) => {
    const { value, citations, note = "" } = valueOf(pack, field);
    if (value !== null && citations.some(({ mark }) => !OPEN_MARKS.includes(mark))) return [];
    return [{ about: pack.listName, what: PACK_VALUE_TITLES[field], meanwhile: note }];
  });
  const { conflict, choice } = pack.earlyRemoval;
  if (conflict.length < 2 || choice !== null) return values;
  const titles = conflict.map((source) => source.title).join("；");
  const meanwhile = "每件修复申请处理前，由法制负责人选定并说明理由";
  return [
    ...values,
    { about: pack.listName, what: `提前移出的期限，依据不一致：${titles}`, meanwhile },
  ];
}

function findBlockedLists(): readonly Unknown[] {
  return LISTS_ELSEWHERE.filter((list) => list.readiness === "blocked").map((list) => ({
    about: NATIONAL_LISTS[list.listId],
    what: list.reason,
    meanwhile: "不能在本系统立案",
  }));
}

function findUntickedRows(): readonly Unknown[] {
  const unticked = MEASURE_CATALOG.filter((row) => !row.active);
  if (unticked.length === 0) return [];
  const ids = unticked.map((row) => row.id).join("、");
  return [
    {
      about: "失信惩戒措施清单",
      what: `下列措施有法律依据，但是否列入现行全国清单尚未逐条核对：${ids}`,
      meanwhile: "不能选用",
    },
  ];
}

/** A reading that the system has adopted where the text leaves a question (采用的解读). */
export interface AdoptedReading {
  readonly about: string;
  readonly citation: Citation;
}

/** Every place where a rule or a term rests on a reading. */
export function findReadings(): readonly AdoptedReading[] {
  const rules = EVERY_RULE.flatMap(({ id, title, citations }) =>
    citations.map((citation) => ({ about: `${id} ${title}`, citation })),
  );
  const terms = Object.values(TERMS).flatMap(({ title, citations }) =>
    citations.map((citation) => ({ about: title, citation })),
  );
  return [...rules, ...terms].filter(({ citation }) => citation.mark === "reading");
}
