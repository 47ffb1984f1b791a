import type { ElsewhereListingView } from "../../../api/use-cases/oversee-elsewhere.ts";
import { printMoment } from "../../words/print-moment.ts";

const FAILURES: Readonly<Record<string, string>> = {
  unreachable: "对方没有应答",
  refused: "对方不收",
  "bad-receipt": "回执不符",
  "not-configured": "措施实施单位没有以推送方式接通",
};

/** Whether those who carry measures out know of the newest version. */
export function describeToldState({ toldAt, lastFailure }: ElsewhereListingView): string {
  if (toldAt !== null) return `已告知（${printMoment(toldAt)}）`;
  return lastFailure === null ? "没有告知" : `没有送达：${FAILURES[lastFailure] ?? "发送失败"}`;
}
