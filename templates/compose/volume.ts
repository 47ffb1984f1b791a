import type { CaseFile } from "../../domain/case-file/state.ts";
import { findPaper } from "../../domain/case-file/state.ts";
import { printDay } from "../../domain/deadlines/calendar-day.ts";
import type { VolumeSheet } from "../../domain/papers.ts";
import type { VolumeItem, VolumeSubject } from "../../domain/volume.ts";
import type { PaperDataByKind } from "../papers/data-by-kind.ts";
import type { CommonPaperData } from "../papers/paper-data.ts";
import type { VolumeLine } from "../papers/volume-contents/data.ts";

type VolumeData = Pick<PaperDataByKind, VolumeSheet>;

/** Composes the three sheets of a volume (案卷封面、卷内目录、备考表). */
export function composeVolume(subject: VolumeSubject, specimen: boolean): VolumeData {
  const { file, pack, authority, today, chain } = subject;
  const common = composeCommon(subject, specimen);
  const extent = printExtent(subject.items);
  return {
    "volume-cover": {
      ...common,
      cause: `拟将当事人列入${pack.listName}`,
      outcome: printOutcome(file),
      openedOn: file.openedOn,
      closedOn: file.closedOn,
      officers: subject.officers,
      archivedOn: file.closedOn === null ? null : today,
      retention: authority.archiveRetention ?? null,
      extent,
    },
    "volume-contents": { ...common, lines: placeLines(subject.items) },
    "volume-remarks": {
      ...common,
      extent,
      remarks: composeRemarks(subject),
      log: `办理事件${String(chain.events)}条，散列链${chain.isIntact ? "逐条核对一致" : "核对不一致，详见机读目录"}`,
      chainHead: chain.head,
      binder: subject.binder,
      boundOn: today,
    },
  };
}

function composeCommon(subject: VolumeSubject, specimen: boolean): CommonPaperData {
  const { file, party, authority, today } = subject;
  const isPerson = party.kind === "natural-person";
  return {
    number: null,
    caseNumber: file.caseNumber,
    authorityName: authority.name,
    sealName: authority.name,
    addresseeName: party.name,
    addresseeIdentifierLabel: isPerson ? "居民身份证号码" : "统一社会信用代码",
    addresseeIdentifier: party.identifier,
    issuedOn: today,
    checkUrl: null,
    specimen,
  };
}

const REMOVALS = {
  expiry: "期限届满移出",
  repair: "信用修复移出",
  annulment: "列入决定被撤销",
} as const;

/** How the case ended, with the number of its decision. */
function printOutcome(file: CaseFile): string {
  if (file.outcome === "withdrawn") return "终止认定程序";
  if (file.decision === null) return "尚未作出决定";
  const isListed = file.decision.outcome === "list";
  const paper = findPaper(file, isListed ? "listing-decision" : "decision-not-to-list");
  const number = paper?.number == null ? "" : `（${paper.number}）`;
  const decided = `${printDay(file.decision.signedOn)}决定${isListed ? "" : "不予"}列入${number}`;
  if (file.removal === null) return decided;
  return `${decided}；${printDay(file.removal.removedOn)}${REMOVALS[file.removal.by]}`;
}

/** Items and pages in words. */
function printExtent(items: readonly VolumeItem[]): string {
  const unpaged = items.filter((item) => item.pages === null).length;
  const pages = items.reduce((sum, item) => sum + (item.pages ?? 0), 0);
  const rest = unpaged === 0 ? "" : `，其中${String(unpaged)}件为不计页码的电子文件`;
  return `共${String(items.length)}件，${String(pages)}页${rest}`;
}

/** Each item with its first page; the last one that has pages also with its last, which closes the volume. */
function placeLines(items: readonly VolumeItem[]): readonly VolumeLine[] {
  const last = items.findLastIndex((item) => item.pages !== null);
  let next = 1;
  return items.map((item, index) => {
    const first = next;
    next += item.pages ?? 0;
    const { title, number, author, day } = item;
    return {
      place: String(index + 1),
      number,
      author,
      title,
      day: day?.replaceAll("-", "") ?? "—",
      pages: item.pages === null ? null : printPages(first, index === last ? next - 1 : first),
      remark: item.pages === null ? "电子文件" : null,
    };
  });
}

function printPages(first: number, last: number): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}

/** What has to be known about the volume, beyond what lies in it. */
function composeRemarks({ file, today, unmade }: VolumeSubject): readonly string[] {
  const state =
    file.closedOn === null
      ? `截至${printDay(today)}案件尚在办理，本卷为该日的内容`
      : `案件已于${printDay(file.closedOn)}办结`;
  const waiting = `有${String(unmade)}份文书已经制发、文件正在生成，没有入卷`;
  return [
    "卷内文书按制发先后排列在前，证据材料按入卷先后排列在后；页号按卷内顺序连续编列，封面、目录和本表不编页号",
    "卷内文书为存档的一份，当事人查询码隐去部分字符",
    state,
    ...(unmade === 0 ? [] : [waiting]),
  ];
}
