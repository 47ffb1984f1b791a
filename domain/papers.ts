/**
 * Every official paper the system writes (文书), with the title printed on it and the short name used in talk and on pages.
 *
 * The two differ where the field has a habit: everybody says 列入告知书, the paper says 拟列入严重失信主体名单告知书.
 */
export const PAPER_KINDS = {
  "prior-notice": { title: "拟列入严重失信主体名单告知书", shortTitle: "列入告知书" },
  "listing-decision": { title: "列入严重失信主体名单决定书", shortTitle: "列入决定书" },
  "repair-notice": { title: "信用修复告知书", shortTitle: "信用修复告知书" },
  "decision-not-to-list": { title: "不予列入严重失信主体名单决定书", shortTitle: "不予列入决定书" },
  "removal-decision": { title: "移出严重失信主体名单决定书", shortTitle: "移出决定书" },
  "decision-not-to-remove": {
    title: "不予移出严重失信主体名单决定书",
    shortTitle: "不予移出决定书",
  },
  "repair-refusal-notice": {
    title: "信用修复申请不予受理通知书",
    shortTitle: "不予受理通知书",
  },
  "removal-certificate": { title: "严重失信主体名单到期移出证明", shortTitle: "到期移出证明" },
  "annulment-decision": { title: "撤销列入严重失信主体名单决定书", shortTitle: "撤销列入决定书" },
  "harm-repair-certificate": { title: "消除影响证明", shortTitle: "消除影响证明" },
  "objection-answer": { title: "异议处理结果告知书", shortTitle: "异议处理结果告知书" },
  "correction-decision": {
    title: "更正列入严重失信主体名单决定书",
    shortTitle: "更正决定书",
  },
  "restoration-notice": {
    title: "拟恢复列入严重失信主体名单告知书",
    shortTitle: "恢复列入告知书",
  },
  "restoration-decision": {
    title: "恢复列入严重失信主体名单决定书",
    shortTitle: "恢复列入决定书",
  },
  "restoration-end-notice": {
    title: "不予恢复列入严重失信主体名单告知书",
    shortTitle: "不予恢复列入告知书",
  },
  "withdrawal-notice": { title: "终止认定程序告知书", shortTitle: "终止认定程序告知书" },
  "proof-of-service": { title: "送达回证", shortTitle: "送达回证" },
  "public-notice": { title: "送达公告", shortTitle: "送达公告" },
  "hearing-notice": { title: "听证通知书", shortTitle: "听证通知书" },
  "hearing-minutes": { title: "听证笔录", shortTitle: "听证笔录" },
  "defense-receipt": { title: "陈述申辩受理回执", shortTitle: "受理回执" },
  "defense-minutes": { title: "陈述申辩笔录", shortTitle: "陈述申辩笔录" },
  "verification-result": { title: "核实结果告知书", shortTitle: "核实结果告知书" },
  "legal-review-opinion": { title: "法制审核意见书", shortTitle: "法制审核意见书" },
  "service-address-confirmation": { title: "送达地址确认书", shortTitle: "送达地址确认书" },
  "repair-acceptance-notice": { title: "信用修复申请受理通知书", shortTitle: "修复受理通知书" },
} as const;

/** Which official paper (文书种类). */
export type PaperKind = keyof typeof PAPER_KINDS;

/** Papers that state remedies (救济途径): to which organ and to which court the party may go. */
const KINDS_WITH_REMEDIES: readonly PaperKind[] = [
  ...(["listing-decision", "correction-decision", "annulment-decision"] as const),
  ...(["repair-refusal-notice", "decision-not-to-remove", "restoration-decision"] as const),
];

/** Says whether a paper of this kind states remedies. */
export function statesRemedies(kind: PaperKind): boolean {
  return KINDS_WITH_REMEDIES.includes(kind);
}

/** Papers that take effect by service and are proven to have reached the party (须送达的文书). */
const SERVED_KINDS: readonly PaperKind[] = [
  ...(["prior-notice", "hearing-notice", "listing-decision", "repair-notice"] as const),
  ...(["decision-not-to-list", "withdrawal-notice"] as const),
  ...(["restoration-notice", "restoration-decision"] as const),
];

/** Says whether a paper of this kind takes effect only by service. */
export function mustBeServed(kind: PaperKind): boolean {
  return SERVED_KINDS.includes(kind);
}

/**
 * The sheets that bind a case file into a volume for the archive (案卷封面、卷内目录、备考表). They tell of the papers and are none
 * themselves: they have no number and no seal, and are never served.
 */
export const VOLUME_SHEETS = {
  "volume-cover": { title: "严重失信主体名单认定案卷", shortTitle: "案卷封面" },
  "volume-contents": { title: "卷内文件目录", shortTitle: "卷内目录" },
  "volume-remarks": { title: "卷内备考表", shortTitle: "备考表" },
} as const;

/** Which sheet of a volume (案卷封面、目录或者备考表). */
export type VolumeSheet = keyof typeof VOLUME_SHEETS;

/** Everything that there is a template for. */
export type TemplateKind = PaperKind | VolumeSheet;

/** Says whether a text names a sheet of a volume. */
export function isVolumeSheet(text: string): text is VolumeSheet {
  return Object.hasOwn(VOLUME_SHEETS, text);
}

/** Says whether a text names a kind of paper. */
export function isPaperKind(text: string): text is PaperKind {
  return Object.hasOwn(PAPER_KINDS, text);
}

/** The title as printed on the paper (文书标题). */
export function paperTitle(kind: TemplateKind): string {
  return isVolumeSheet(kind) ? VOLUME_SHEETS[kind].title : PAPER_KINDS[kind].title;
}
