import type { FieldError } from "./faults.ts";

/** An error as both validators report it. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params?: object;
}

const WORDS: Readonly<Record<string, string>> = {
  required: "必须填写",
  minLength: "不能为空",
  pattern: "不能为空，或格式不正确",
  maxLength: "过长",
  enum: "不是可选的值",
  const: "不是可选的值",
  anyOf: "不是可选的值",
  additionalProperties: "有不应填写的项目",
  type: "类型不正确",
  minItems: "数量太少",
  maxItems: "数量太多",
  minimum: "数值太小",
  maximum: "数值太大",
};

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  date: "应为有效日期，如 2026-03-02",
  uuid: "编号不正确",
};

/**
 * Says in Chinese, field by field, what is wrong. The title of each field comes from the schema; values are never repeated,
 * they can be personal data.
 */
export function describeErrors(errors: Iterable<SchemaError>, schema: unknown): FieldError[] {
  const described = new Map<string, FieldError>();
  for (const error of errors) {
    // Says the same as "additionalProperties", for every such property once more.
    if (error.keyword === "boolean") continue;
    const field = fieldOf(error);
    if (described.has(field)) continue;
    const title = titleOf(schema, field);
    described.set(field, {
      field,
      message: `${title === "" ? "" : `${title}：`}${wordsOf(error)}`,
    });
  }
  return [...described.values()];
}

function fieldOf({ instancePath, params }: SchemaError): string {
  const missing = readParam(params, "missingProperty") ?? readParam(params, "requiredProperties");
  const name: unknown = Array.isArray(missing) ? missing[0] : missing;
  return typeof name === "string" ? `${instancePath}/${name}` : instancePath;
}

function wordsOf(error: SchemaError): string {
  if (error.keyword === "format") {
    return FORMAT_WORDS[String(readParam(error.params, "format"))] ?? "格式不正确";
  }
  return WORDS[error.keyword] ?? "填写不正确";
}

function readParam(params: object | undefined, name: string): unknown {
  return params !== undefined && name in params
    ? Object.getOwnPropertyDescriptor(params, name)?.value
    : undefined;
}

/** The title of the innermost field that has one. */
function titleOf(schema: unknown, field: string): string {
  let at: unknown = schema;
  let title = "";
  for (const step of field.split("/").slice(1)) {
    at = /^\d+$/.test(step) ? child(at, "items") : child(child(at, "properties"), step);
    const own = child(at, "title");
    if (typeof own === "string") title = own;
  }
  return title;
}

function child(at: unknown, name: string): unknown {
  return typeof at === "object" && at !== null
    ? Object.getOwnPropertyDescriptor(at, name)?.value
    : undefined;
}
