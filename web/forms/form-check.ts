import type { Evidence } from "../../domain/case-file/content.ts";
import { isCalendarDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { textOf, textsOf, uploadsOf, type FormInput } from "./form-input.ts";

type EvidenceKind = Evidence["kind"];

/** A file and what it is to be kept as, the way acts take it. */
export interface EvidenceBody {
  readonly uploadId: string;
  readonly title: string;
  readonly kind: EvidenceKind;
}

/** What is wrong with one field, in words for the person who filled it in. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Reads fields and gathers what is wrong with them, so that all errors are shown at once. */
export class FormCheck {
  readonly errors: FieldError[];
  readonly #input: FormInput;

  /** Errors that are known already, such as files that could not be taken, come first. */
  constructor(input: FormInput, known: readonly FieldError[] = []) {
    this.#input = input;
    this.errors = [...known];
  }

  /** One error a field: the first says what to do next. */
  complain(field: string, message: string): void {
    if (this.errors.some((error) => error.field === field)) return;
    this.errors.push({ field, message });
  }

  text(field: string, message: string): string {
    const text = textOf(this.#input, field);
    if (text === "") this.complain(field, message);
    return text;
  }

  optionalText(field: string): string {
    return textOf(this.#input, field);
  }

  texts(field: string): readonly string[] {
    return textsOf(this.#input, field);
  }

  day(field: string, message: string): CalendarDay | null {
    const day = this.optionalDay(field);
    if (day === null && textOf(this.#input, field) === "") this.complain(field, message);
    return day;
  }

  optionalDay(field: string): CalendarDay | null {
    const text = textOf(this.#input, field);
    if (text === "") return null;
    if (isCalendarDay(text)) return text;
    this.complain(field, "请填写真实存在的日期，例如 2026-03-02");
    return null;
  }

  oneOf<Value extends string>(
    field: string,
    values: readonly Value[],
    message: string,
  ): Value | null {
    const text = textOf(this.#input, field);
    const found = values.find((value) => value === text);
    if (found === undefined) this.complain(field, message);
    return found ?? null;
  }

  upload(field: string, message: string): string {
    const id = this.optionalUploads(field)[0];
    if (id === undefined) this.complain(field, message);
    return id ?? "";
  }

  /** A file that was handed in, as the evidence that it is to become. */
  evidence(field: string, title: string, kind: EvidenceKind, message: string): EvidenceBody {
    return { uploadId: this.upload(field, message), title, kind };
  }

  /** Any number of files, each named after itself. */
  evidenceList(field: string, title: string, kind: EvidenceKind): readonly EvidenceBody[] {
    return uploadsOf(this.#input, field).map((upload) => ({
      uploadId: upload.uploadId,
      title: `${title}：${upload.fileName}`.slice(0, 200),
      kind,
    }));
  }

  optionalUploads(field: string): readonly string[] {
    return uploadsOf(this.#input, field).map((upload) => upload.uploadId);
  }
}
