import type { ElsewhereListingView } from "../../../api/use-cases/oversee-elsewhere.ts";
import { describeFailure } from "../../words/failure-words.ts";
import { printMoment } from "../../words/print-moment.ts";

/** Whether those who carry measures out know of the newest version. */
export function describeToldState({ toldAt, lastFailure }: ElsewhereListingView): string {
  if (toldAt !== null) return `已告知（${printMoment(toldAt)}）`;
  return lastFailure === null ? "没有告知" : `没有送达：${describeFailure(lastFailure)}`;
}
