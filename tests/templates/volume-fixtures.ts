import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { VolumeSheet } from "../../domain/papers.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { company, LIST } from "./paper-parts.ts";

const sheet = { ...company, number: null, checkUrl: null, issuedOn: parseDay("2029-04-02") };
const author = company.authorityName;

/** Complete data of the sheets that bind a case into a volume. */
export const VOLUME_SHEET_DATA: Pick<PaperDataByKind, VolumeSheet> = {
  "volume-cover": {
    ...sheet,
    cause: `拟将当事人列入${LIST}`,
    outcome: "2026年3月27日决定列入（苍人社列决〔2026〕1号）；2029年3月27日期限届满移出",
    openedOn: parseDay("2026-03-13"),
    closedOn: parseDay("2029-03-30"),
    officers: ["【虚构】陆某", "【虚构】莫某"],
    archivedOn: parseDay("2029-04-02"),
    retention: "三十年",
    extent: "共4件，13页，其中1件为不计页码的电子文件",
  },
  "volume-contents": {
    ...sheet,
    lines: [
      {
        place: "1",
        number: "苍人社列告〔2026〕1号",
        author,
        title: "拟列入严重失信主体名单告知书",
        day: "20260313",
        pages: "1",
        remark: null,
      },
      {
        place: "2",
        number: "苍人社列决〔2026〕1号",
        author,
        title: "列入严重失信主体名单决定书",
        day: "20260327",
        pages: "6",
        remark: null,
      },
      {
        place: "3",
        number: "苍人社监令字〔2026〕6号",
        author,
        title: "劳动保障监察限期整改指令书",
        day: "20260302",
        pages: "12-13",
        remark: null,
      },
      {
        place: "4",
        number: null,
        author: company.addresseeName,
        title: "工资支付凭证",
        day: "20260320",
        pages: null,
        remark: "电子文件",
      },
    ],
  },
  "volume-remarks": {
    ...sheet,
    extent: "共4件，13页，其中1件为不计页码的电子文件",
    remarks: [
      "卷内文书按制发先后排列在前，证据材料按入卷先后排列在后",
      "案件已于2029年3月30日办结",
    ],
    log: "办理事件37条，散列链逐条核对一致",
    chainHead: "3f1c9a52e07b4d6f8a90b1c2d3e4f5061728394a5b6c7d8e9f00112233445566",
    binder: "【虚构】陆某",
    boundOn: parseDay("2029-04-02"),
  },
};
