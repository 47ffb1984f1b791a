import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { CommonPaperData } from "../paper-data.ts";

/** Cover of a case volume (案卷封面). A null is a cell left blank, to be filled in by hand. */
export interface VolumeCoverData extends CommonPaperData {
  /** What the case is about (案由). */
  readonly cause: string;
  /** How it ended, with the number of the decision (处理结果). */
  readonly outcome: string;
  readonly openedOn: CalendarDay;
  /** Null while the case is open. */
  readonly closedOn: CalendarDay | null;
  /** 承办人. */
  readonly officers: readonly string[];
  /** 归档日期; null while the case is open. */
  readonly archivedOn: CalendarDay | null;
  /** 保管期限, as the authority's approved table has it; null where the authority has not entered it. */
  readonly retention: string | null;
  /** 件数 and 页数, in words; and how many items are files without pages: recordings, texts. */
  readonly extent: string;
}
