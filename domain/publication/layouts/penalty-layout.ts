import { always, signatureCell, shown, STATE_WORDS, type Column } from "./layout.ts";

const SUBJECT_KINDS = {
  "natural-person": "自然人",
  "legal-person": "法人及非法人组织",
  "unincorporated-organization": "法人及非法人组织",
} as const;

/**
 * The columns in which administrative penalties are reported (双公示 `CF_*` 版式), as sites read them. What a listing has no counterpart
 * for stays empty. Who receives the file finds entry, version, state and signature in four columns behind the remark.
 */
export const PENALTY_COLUMNS: readonly Column[] = [
  shown("CF_XDR_MC", (record) => record.party.name, "name"),
  shown("CF_XDR_LB", (record) => SUBJECT_KINDS[record.party.kind]),
  shown(
    "CF_XDR_SHXYM",
    (record) => (record.party.kind === "natural-person" ? "" : record.party.identifier),
    "identifier",
  ),
  empty("CF_XDR_GSZC"),
  empty("CF_XDR_ZZJG"),
  empty("CF_XDR_SWDJ"),
  empty("CF_XDR_SYDW"),
  empty("CF_XDR_SHZZ"),
  empty("CF_FRDB"),
  empty("CF_FR_ZJLX"),
  empty("CF_FR_ZJHM"),
  shown("CF_XDR_ZJLX", (record) => (record.party.kind === "natural-person" ? "身份证" : "")),
  shown("CF_XDR_ZJHM", (record) =>
    record.party.kind === "natural-person" ? record.party.identifier : "",
  ),
  shown("CF_WSH", (record) => record.decisionNumber),
  always("CF_WFXW", (form) => form.listName),
  shown("CF_SY", (record) => record.grounds),
  shown("CF_YJ", (record) => record.legalBasis.join("；")),
  shown("CF_CFLB", () => "列入严重失信主体名单"),
  shown("CF_NR", (record) => record.measures.map((each) => each.title).join("；")),
  empty("CF_NR_FK"),
  empty("CF_NR_WFFF"),
  empty("CF_NR_ZKDX"),
  shown("CF_JDRQ", (record) => record.decidedOn),
  shown("CF_YXQ", (record) => record.listedThrough),
  shown("CF_GSJZQ", (record) => record.listedThrough, "end-day"),
  shown("CF_CFJG", (record) => record.authorityName),
  empty("CF_CFJGDM"),
  shown("CF_SJLY", (record) => record.authorityName),
  empty("CF_SJLYDM"),
  always("BZ", (form) => (form.removal === null ? "" : `移出日期：${form.removal.removedOn}`)),
  always("TMBH", (form) => form.entryId, "entry"),
  always("BBH", (form) => String(form.version), "version"),
  always("ZT", (form) => STATE_WORDS[form.state], "state"),
  { heading: "QM", role: "signature", cell: signatureCell },
];

function empty(heading: string): Column {
  return { heading, role: null, cell: () => "" };
}
