import type { ReactNode } from "react";
import type { CaseFile } from "../../../domain/case-file/state.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { MeasureRow } from "../../../domain/measures/catalog.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import type { FormCheck } from "../../forms/form-check.ts";
import { inputOf, type FormInput } from "../../forms/form-input.ts";

/** What a form is about: the case as it stands, and who fills it in. */
export interface ActSubject {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly catalog: readonly MeasureRow[];
  readonly today: CalendarDay;
  readonly isParty: boolean;
}

/** The form of one kind of act: its fields, and how they become what the act takes. */
export interface ActForm {
  readonly fields: (subject: ActSubject) => ReactNode;
  /** Reads the fields; what is wrong with them is gathered in the check. */
  readonly read: (check: FormCheck, subject: ActSubject) => unknown;
  /** What the form holds before anybody typed. */
  readonly start?: (subject: ActSubject) => Readonly<Record<string, string | readonly string[]>>;
  readonly files?: boolean;
  /** The act cannot be undone: it is asked again where script runs. */
  readonly confirm?: string;
  readonly grave?: boolean;
}

/** The form as it is first shown. */
export function startInput(form: ActForm, subject: ActSubject): FormInput {
  return inputOf(form.start?.(subject) ?? {});
}
