import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";

/** What every paper carries. All of it is computed by the caller; a template only prints. */
export interface CommonPaperData {
  /** 文号, null while the paper is a draft. */
  readonly number: string | null;
  /** 案号. */
  readonly caseNumber: string;
  /** The authority in the red head and in the signature (作出机关). */
  readonly authorityName: string;
  /** The name on the arc of the seal (印章). */
  readonly sealName: string;
  /** 当事人 or 受送达人; masked by the caller where the paper goes to the public. */
  readonly addresseeName: string;
  /** E.g. 统一社会信用代码, 居民身份证号码. */
  readonly addresseeIdentifierLabel: string;
  /** In clear or masked: the caller decides. */
  readonly addresseeIdentifier: string;
  /** 成文日期, null while the paper is a draft. */
  readonly issuedOn: CalendarDay | null;
  /** The public address, with its code, under which anyone can check the paper; printed and put in the QR code. */
  readonly checkUrl: string | null;
  /** True outside production: the seal is marked 样章. */
  readonly specimen: boolean;
}

/** A paper that goes out with the head's signature under a drafted decision. */
export interface SignedDraftData {
  /** The hash of the draft that the head signed for, SHA-256 in hex: in the data of the paper, not printed. Null for a draft in which none is proposed. */
  readonly draftHash: string | null;
}

/** How the paper speaks to the party: 你单位 to an organization, 你 to a person. */
export interface AddressedPaperData extends CommonPaperData {
  readonly you: "你单位" | "你";
}

/** One line of a party's identity or of a form, e.g. 住所 · 梧州市…. */
export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

/** Where and how to reach the authority in this matter. */
export interface ContactData {
  /** 承办机构. */
  readonly unit: string;
  readonly address: string;
  readonly phone: string;
}

/** A disciplinary measure for breach of trust (失信惩戒措施), always a row of the catalog with its article. */
export interface MeasureData {
  readonly name: string;
  /** Printed citations: 《…》第…条. */
  readonly basis: string;
  /** Who applies it (实施单位). */
  readonly implementer: string;
  /** How long, in words; null where the law has no term of its own. */
  readonly term: string | null;
}

/** The remedies (救济途径): organs by name, terms in words, each with its citation. */
export interface RemediesData {
  /** 行政复议机关, e.g. 苍梧县人民政府. */
  readonly reconsiderationOrgan: string;
  /** E.g. 六十日. */
  readonly reconsiderationTerm: string;
  readonly reconsiderationBasis: string;
  /** The online channel for reconsideration; must be given when the paper itself is served online (行政复议法 22). */
  readonly reconsiderationOnlineChannel: string | null;
  /** The court that has jurisdiction. */
  readonly court: string;
  /** E.g. 六个月. */
  readonly litigationTerm: string;
  readonly litigationBasis: string;
}

/** An earlier paper that this one refers to. */
export interface PaperReference {
  /** Title as printed: 列入严重失信主体名单决定书. */
  readonly title: string;
  readonly number: string;
  readonly issuedOn: CalendarDay;
}
