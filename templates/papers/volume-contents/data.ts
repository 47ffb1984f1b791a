import type { CommonPaperData } from "../paper-data.ts";

/** One item of the volume as the table of contents lists it, every cell in words. */
export interface VolumeLine {
  readonly place: string;
  /** 文号; null where the item has none. */
  readonly number: string | null;
  /** 责任者: who made it. */
  readonly author: string;
  /** 题名. */
  readonly title: string;
  /** 日期 in figures. */
  readonly day: string;
  /** 页号 of its first page, or of first and last for the last item; null for a file without pages. */
  readonly pages: string | null;
  readonly remark: string | null;
}

/** Table of contents of a case volume (卷内文件目录). */
export interface VolumeContentsData extends CommonPaperData {
  readonly lines: readonly VolumeLine[];
}
