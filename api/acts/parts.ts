import { Type, type Static } from "typebox";
import { SERVICE_METHODS } from "../../domain/case-file/content.ts";
import { isCalendarDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { BadInputError } from "../use-cases/faults.ts";

const CLOSED = { additionalProperties: false } as const;

/** A text that people write; empty ones are for the law to refuse, with what is missing. */
export const text = (title: string, maxLength = 4_000) => Type.String({ title, maxLength });

/** A short text that must not be empty: a number, a name, an organ. */
export const line = (title: string, maxLength = 200) =>
  Type.String({ title, minLength: 1, maxLength, pattern: "\\S" });

/** An id of our own. */
export const id = (title: string) => Type.String({ title, minLength: 1, maxLength: 200 });

/** A calendar day: 2026-03-02. */
export const day = (title: string) => Type.String({ title, format: "date" });

/** A day, or null. */
export const dayOrNull = (title: string) => Type.Union([day(title), Type.Null()], { title });

/** One of several words. */
export const oneOf = <const Words extends readonly string[]>(title: string, words: Words) =>
  Type.Unsafe<Words[number]>(Type.Enum([...words], { title }));

export const EVIDENCE_KINDS = [
  "document",
  "proof-of-service",
  "statement",
  "photo",
  "record",
  "other",
] as const;

/** A file that was uploaded before, and as what it is to be kept. */
export const EVIDENCE_REF = Type.Object(
  {
    uploadId: Type.String({ title: "上传文件", format: "uuid" }),
    title: line("证据名称"),
    kind: oneOf("证据种类", EVIDENCE_KINDS),
  },
  { ...CLOSED, title: "证据" },
);
export type EvidenceRef = Static<typeof EVIDENCE_REF>;

export const EVIDENCE_REFS = Type.Array(EVIDENCE_REF, { title: "证据", maxItems: 50 });

/** A measure, by its row in the catalog. */
export const MEASURES = Type.Array(
  Type.Object(
    {
      rowId: id("措施"),
      edition: id("清单版本"),
      article: line("依据条款"),
      proportionality: Type.Object(
        {
          gravity: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)], {
            title: "失信程度",
          }),
          link: text("与失信行为的关联"),
          milderAlternative: text("不能采取较轻措施的理由"),
        },
        { ...CLOSED, title: "过惩相当" },
      ),
    },
    { ...CLOSED, title: "措施" },
  ),
  { title: "失信惩戒措施", maxItems: 50 },
);

/** Why a party is to be listed, criterion by criterion. */
export const GROUNDS = Type.Object(
  {
    criteria: Type.Array(
      Type.Object(
        {
          criterionId: id("认定标准"),
          facts: text("事实"),
          evidenceIds: Type.Array(id("证据"), { title: "证据", maxItems: 50 }),
        },
        { ...CLOSED, title: "认定标准" },
      ),
      { title: "认定标准", maxItems: 50 },
    ),
    reasons: text("理由"),
  },
  { ...CLOSED, title: "事由" },
);

export const SERVICE_METHOD = oneOf("送达方式", SERVICE_METHODS);

export const REASONS = text("理由");
export const OPINION = text("意见");

/** A body of reasons alone. */
export const REASONS_BODY = Type.Object({ reasons: REASONS }, CLOSED);

/** A body of an opinion alone. */
export const OPINION_BODY = Type.Object({ opinion: OPINION }, CLOSED);

/** A body of an express waiver: when, how, and the signed form or the minutes. */
export const WAIVER_BODY = Type.Object(
  {
    waivedOn: day("放弃日"),
    form: oneOf("放弃方式", ["signed-form", "minutes"]),
    evidence: EVIDENCE_REF,
  },
  CLOSED,
);

/** An empty body. */
export const EMPTY_BODY = Type.Object({}, CLOSED);

/** The day of a checked text; the schema has seen to its form, the calendar sees to the rest. */
export function toDay(value: string): CalendarDay {
  if (isCalendarDay(value)) return value;
  throw new BadInputError([{ field: "", message: `不是有效日期：应为 2026-03-02 的形式` }]);
}

/** The same where there may be none. */
export function toDayOrNull(value: string | null): CalendarDay | null {
  return value === null ? null : toDay(value);
}
