import type { Role } from "./case-file/actor.ts";
import type { ServiceMethod, ServiceReceiver, StatementForm } from "./case-file/content.ts";
import type { HarmItemKind } from "./case-file/harm.ts";
import type { HearingAttendance, HearingClosure } from "./case-file/hearing.ts";
import type {
  CorrectedContent,
  DisputedItem,
  ObjectionOutcome,
  Objector,
} from "./case-file/objection.ts";
import type { PaperState } from "./case-file/paper-state.ts";
import type { RemedyKind, RemedyOutcome } from "./case-file/remedy.ts";
import type { Stage } from "./case-file/stages.ts";
import type { DayKind, Region } from "./deadlines/calendar.ts";
import type { RollRule } from "./deadlines/compute.ts";
import type { Mark } from "./law/citation.ts";
import type { Gravity, Implementer, MeasureCategory } from "./measures/catalog.ts";
import type {
  AuthorityLevel,
  BasisDocumentKind,
  LawPack,
  LegalRank,
  PackValues,
} from "./packs/law-pack.ts";
import type { PartyKind, PartyRole } from "./parties/party.ts";

// The one place where identifiers get their Chinese words. A term goes in here before it is used anywhere.

/** The stages of a listing (环节). */
export const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  draft: "立案",
  "notice-legal-review": "告知法制审核",
  "notice-service": "告知送达",
  defense: "陈述申辩",
  hearing: "听证",
  verification: "核实",
  "decision-legal-review": "决定法制审核",
  "upper-consent": "上级同意",
  "sign-off": "签发",
  "decision-service": "决定送达",
  published: "公示",
  removed: "移出",
  restoration: "恢复列入",
  "harm-repair": "消除影响",
  closed: "归档",
};

/** What runs beside the stages while a listing is published (公示期间的程序). */
export const SIDE_PROCEDURE_TITLES = {
  objection: "异议",
  repair: "信用修复",
  remedies: "复议、诉讼",
} as const;

/** Roles of those who act (办理角色). */
export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  "case-officer": "承办人",
  "legal-reviewer": "法制审核人员",
  "legal-officer": "法制负责人",
  head: "负责人",
  supervisor: "牵头单位",
  auditor: "审计人员",
  administrator: "系统管理员",
  party: "当事人",
  system: "系统（依授权）",
};

/** As what a party is listed (列入身份). */
export const PARTY_ROLE_TITLES: Readonly<Record<PartyRole, string>> = {
  subject: "失信行为人本身",
  employer: "用人单位",
  "legal-representative": "法定代表人（主要负责人）",
  "responsible-manager": "直接负责的主管人员",
  "other-responsible": "其他直接责任人员",
};

/** Kinds of parties (主体类别). */
export const PARTY_KIND_TITLES: Readonly<Record<PartyKind, string>> = {
  "natural-person": "自然人",
  "legal-person": "法人",
  "unincorporated-organization": "非法人组织",
};

/** Who signs for papers that are handed over (签收人身份). */
export const SERVICE_RECEIVER_TITLES: Readonly<Record<ServiceReceiver, string>> = {
  "party-itself": "受送达人本人",
  "adult-family": "同住成年家属",
  "head-of-organization": "法定代表人、主要负责人",
  "mail-office": "单位负责收件的人",
  agent: "代理人",
  "designated-receiver": "指定的代收人",
};

/** Ways of serving papers (送达方式). */
export const SERVICE_METHOD_TITLES: Readonly<Record<ServiceMethod, string>> = {
  "in-person": "直接送达",
  "left-at-address": "留置送达",
  entrusted: "委托送达",
  post: "邮寄送达",
  forwarded: "转交送达",
  electronic: "电子送达",
  "public-notice": "公告送达",
};

/** Whether a hearing is open to the public (听证公开与否). */
export const HEARING_CLOSURE_TITLES: Readonly<Record<HearingClosure, string>> = {
  open: "公开举行",
  "state-secret": "涉及国家秘密，不公开举行",
  "trade-secret": "涉及商业秘密，不公开举行",
  privacy: "涉及个人隐私，不公开举行",
};

/** Whether the party came to the hearing (到场情况). */
export const HEARING_ATTENDANCE_TITLES: Readonly<Record<HearingAttendance, string>> = {
  attended: "当事人（代理人）到场",
  absent: "无正当理由未到场，视为放弃听证权利",
  left: "未经许可中途退场，视为放弃听证权利",
};

/** How a party stated its defense (陈述申辩的方式). */
export const STATEMENT_FORM_TITLES: Readonly<Record<StatementForm, string>> = {
  written: "书面",
  oral: "口头",
  portal: "网上",
  "at-hearing": "听证会上",
};

/** Where a party turned (救济途径). */
export const REMEDY_KIND_TITLES: Readonly<Record<RemedyKind, string>> = {
  reconsideration: "行政复议",
  litigation: "行政诉讼",
};

/** How a remedy ended (复议、诉讼结果). */
export const REMEDY_OUTCOME_TITLES: Readonly<Record<RemedyOutcome, string>> = {
  upheld: "维持、驳回请求",
  dismissed: "撤回、终止或者不予受理",
  changed: "变更列入决定",
  annulled: "撤销列入决定",
  unlawful: "确认违法或者无效",
};

/** Who objects to a record (异议提出人). */
export const OBJECTOR_TITLES: Readonly<Record<Objector, string>> = {
  party: "当事人",
  "concerned-person": "其他利害关系人",
};

/** What of an entry is disputed (异议事项). */
export const DISPUTED_ITEM_TITLES: Readonly<Record<DisputedItem, string>> = {
  "party-details": "主体信息",
  facts: "事由与依据",
  measures: "失信惩戒措施",
  period: "公示期限",
  other: "其他",
};

/** What came of an objection (异议处理结果). */
export const OBJECTION_OUTCOME_TITLES: Readonly<Record<ObjectionOutcome, string>> = {
  stands: "公示信息无误，维持",
  corrected: "公示信息有误，予以更正",
  wrong: "列入有误，予以撤销",
};

/** What of a decision was put right (更正事项). */
export const CORRECTED_ITEM_TITLES: Readonly<Record<keyof CorrectedContent, string>> = {
  grounds: "列入事由",
  removalConditions: "移出条件",
  removalProcedure: "移出程序",
  keptMeasureIds: "失信惩戒措施",
};

/** What a wrong listing leaves behind (消除影响事项). */
export const HARM_ITEM_TITLES: Readonly<Record<HarmItemKind, string>> = {
  measure: "实施单位确认解除措施",
  reader: "告知查询过的单位列入有误",
  clarification: "公开说明列入有误",
  reliance: "查明据以作出的其他决定",
};

/** Levels of authorities (机关层级). */
export const AUTHORITY_LEVEL_TITLES: Readonly<Record<AuthorityLevel, string>> = {
  township: "乡镇（街道）",
  park: "园区",
  county: "县（市、区）",
  city: "设区的市",
  region: "自治区",
};

/** Documents a finding rests on (认定依据文书). */
export const BASIS_DOCUMENT_TITLES: Readonly<Record<BasisDocumentKind, string>> = {
  "court-judgment": "生效司法裁判文书",
  "arbitral-award": "生效仲裁文书",
  "penalty-decision": "行政处罚决定书",
  "administrative-ruling": "行政裁决书",
  "handling-decision": "行政处理决定书",
  "correction-order": "限期改正指令书",
};

/** Ranks of legal texts (效力层级). */
export const LEGAL_RANK_TITLES: Readonly<Record<LegalRank, string>> = {
  law: "法律",
  "administrative-regulation": "行政法规",
  "central-policy": "党中央、国务院政策文件",
  "state-council-decision": "国务院决定、命令",
  "judicial-interpretation": "司法解释",
  "local-regulation": "地方性法规",
  "ministry-rule": "部门规章",
  "government-rule": "地方政府规章",
  "normative-document": "规范性文件",
};

/** The four areas in which lists are allowed (设列领域), 细则(七). */
export const AREA_TITLES: Readonly<Record<LawPack["area"], string>> = {
  1: "严重危害人民群众身体健康和生命安全",
  2: "严重破坏市场公平竞争秩序和社会正常秩序",
  3: "拒不履行法定义务严重影响司法机关和行政机关公信力",
  4: "拒不履行国防义务",
};

/** What a pack allows (规则包状态). */
export const READINESS_TITLES: Readonly<Record<LawPack["readiness"], string>> = {
  own: "本市认定",
  "feed-only": "仅接收外部名单",
  blocked: "停用",
};

/** The values of a pack (规则包数值). */
export const PACK_VALUE_TITLES: Readonly<Record<keyof PackValues, string>> = {
  defenseDays: "陈述申辩期限",
  objectionAnswerDays: "异议核实反馈时限",
  listingTerm: "列入期限",
  repairAcceptanceDays: "信用修复受理时限",
  repairDecisionDays: "信用修复办结时限",
  annulmentDays: "依据被撤销后撤回公示时限",
  decisionDays: "作出决定期限",
};

/** How sure a value is (核验标记). */
export const MARK_TITLES: Readonly<Record<Mark, string>> = {
  "verified-primary": "已核对原文",
  "verified-secondary": "仅核对转引资料",
  draft: "仅见于征求意见稿",
  unverified: "未核实",
  "not-found": "未查到",
  entered: "人工录入",
  reading: "采用的解读",
};

/** Whether a paper stands (文书效力). */
export const PAPER_STATE_TITLES: Readonly<Record<PaperState, string>> = {
  valid: "有效",
  replaced: "已被新文书替换",
  annulled: "已被撤销",
};

/** Gravity of a breach (失信程度). */
export const GRAVITY_TITLES: Readonly<Record<Gravity, string>> = {
  1: "轻微",
  2: "一般",
  3: "严重",
};

/** Fields that measures touch (措施类别). */
export const MEASURE_CATEGORY_TITLES: Readonly<Record<MeasureCategory, string>> = {
  "market-access": "限制市场或者行业准入",
  positions: "限制任职",
  exit: "限制出境、升学",
  registration: "限制登记",
  supervision: "加强监管",
  funds: "限制财政资金、评优评先",
  procurement: "限制政府采购、招标投标",
  accounts: "限制账户功能",
  trade: "限制从业",
};

/** Kinds of implementers (实施主体类别). */
export const IMPLEMENTER_KIND_TITLES: Readonly<Record<Implementer["kind"], string>> = {
  "public-body": "国家机关及有关组织",
  financial: "金融机构",
  association: "行业协会商会",
  media: "新闻媒体",
  "credit-service": "信用服务机构",
  enterprise: "其他企业",
};

/** Kinds of days (日期类别). */
export const DAY_KIND_TITLES: Readonly<Record<DayKind, string>> = {
  "working-day": "工作日",
  weekend: "休息日",
  "public-holiday": "节假日",
  "make-up-workday": "调休上班日",
};

/** What happens when the last day is a day off (顺延规则). */
export const ROLL_RULE_TITLES: Readonly<Record<RollRule, string>> = {
  "next-working-day": "最后一日为节假日的，顺延至其后第一个工作日",
  none: "不顺延",
};

/** Whose days off count (日历). */
export const REGION_TITLES: Readonly<Record<Region, string>> = {
  CN: "全国",
  "CN-GX": "广西壮族自治区",
};

export * from "./glossary/registries.ts";
export * from "./glossary/leads.ts";
