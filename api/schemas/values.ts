import { Type, type Static, type TSchema } from "typebox";
import { STAGES } from "../../domain/case-file/stages.ts";

/** A moment; a Date when it is sent, text when it arrives. */
export const MOMENT = Type.Unsafe<Date>(Type.String({ format: "date-time" }));

/** A legal day: 2026-03-02. */
export const DAY = Type.String({ format: "date" });

export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const STAGE = Type.Enum([...STAGES]);

export const UUID = Type.String({ format: "uuid" });

/** A list that is sent; nobody changes it on the way. */
export const listOf = <Row extends TSchema>(row: Row) =>
  Type.Unsafe<readonly Static<Row>[]>(Type.Array(row));

/** An object whose shape the domain defines, sent as it is. */
export const whole = (description: string) =>
  Type.Object({}, { additionalProperties: true, description });

/** A file. */
export const FILE = (mediaType: string, description: string) => ({
  description,
  content: { [mediaType]: { schema: Type.Unsafe<Buffer>(Type.String({ format: "binary" })) } },
});

/** The case that a path names. */
export const CASE_PARAMS = Type.Object({ caseId: Type.String({ title: "案卷", format: "uuid" }) });
