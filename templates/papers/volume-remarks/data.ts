import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { CommonPaperData } from "../paper-data.ts";

/** Reference sheet at the end of a case volume (卷内备考表). A null is a cell left blank, to be signed by hand. */
export interface VolumeRemarksData extends CommonPaperData {
  readonly extent: string;
  /** What whoever opens the volume later has to know (本卷情况说明). */
  readonly remarks: readonly string[];
  /** Number of events of the case, and whether their chain of digests holds. */
  readonly log: string;
  /** The last digest of that chain: it proves all before it. */
  readonly chainHead: string;
  /** 立卷人. */
  readonly binder: string | null;
  /** 立卷时间. */
  readonly boundOn: CalendarDay;
}
