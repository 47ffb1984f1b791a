import type {
  Audience,
  ProofOfReceipt,
  WithheldPart,
} from "../../../domain/publication/points/point.ts";
import type { WorkingHours } from "../../../domain/publication/points/working-hours.ts";

export const AUDIENCE_TITLES: Readonly<Record<Audience, string>> = {
  public: "社会公众",
  "public-bodies": "行政机关和公共服务机构",
  financial: "金融机构（经公共平台）",
  implementers: "措施实施单位",
};

export const PROOF_TITLES: Readonly<Record<ProofOfReceipt, string>> = {
  "own-row": "本系统登记",
  "signed-receipt": "带签名的回执",
  "receipt-file": "回执文件",
  "acknowledged-cursor": "确认的变更序号",
};

export const WITHHELD_TITLES: Readonly<Record<WithheldPart, string>> = {
  measures: "惩戒措施",
  "removal-terms": "移出条件和程序",
  remedies: "救济途径",
  "basis-documents": "认定依据文书",
};

/** When a place takes anything but removals, in words. */
export function describeHours(hours: WorkingHours | null): string {
  if (hours === null) return "随时";
  return `工作日${String(hours.from)}时至${String(hours.to)}时；撤下、移出随时发送`;
}
