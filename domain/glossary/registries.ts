import type {
  AdoptionEvent,
  AdoptionStage,
  ConsultedGroup,
  CriteriaSite,
  LegislativeMatter,
  LocalCriteria,
  RegulationOrgan,
} from "../adoption/adoption.ts";
import type { EditionLevel, EditionProofs, ItemKind, Openness } from "../registries/edition.ts";
import type { IncidentKind } from "../incidents/incident.ts";

/** Acts on registries (登记簿的办理). */
export const REGISTRY_ACT_TITLES = {
  "register-list": "登记拟设的地方名单",
  "state-criteria": "填写地方名单的认定标准",
  "record-consultation": "登记征求意见情况",
  "open-comment": "公开征求意见",
  "close-comment": "登记公开征求意见截止",
  "publish-criteria": "登记认定标准的公开情况",
  "adopt-list": "确认制定地方名单",
  "abandon-list": "终止制定地方名单",
  "enter-edition": "录入目录、清单版本",
  "approve-edition": "核准目录、清单版本",
  "keep-ledger": "登记台账",
  "open-incident": "登记问责事项",
  "report-incident": "登记通报主管单位情况",
  "close-incident": "办结问责事项",
} as const;

/** The five kinds of incidents, 细则（十九）(问责事项). */
export const INCIDENT_KIND_TITLES: Readonly<Record<IncidentKind, string>> = {
  "outside-directory": "目录外记录、共享、公开信用信息",
  "measure-outside-catalog": "清单外实施失信惩戒措施",
  "unlawful-determination": "不按标准和程序认定严重失信主体名单",
  "late-repair": "不按规定及时办理信用修复",
  "other-breach": "其他不按规定办理的行为",
};

/** Where an incident stands (问责事项状态). */
export const INCIDENT_STATE_TITLES = {
  unreported: "待通报",
  reported: "已通报，待办结",
  settled: "已办结",
} as const;

/** How far a proposed list of this place alone is (地方名单制定的步骤). */
export const ADOPTION_STAGE_TITLES: Readonly<Record<AdoptionStage, string>> = {
  consultation: "征求各方意见",
  "public-comment": "公开征求意见期间",
  "criteria-publication": "公布认定标准",
  adopted: "已制定",
  abandoned: "已终止制定",
};

/** What was done on the way to a list of this place alone (办理经过). */
export const ADOPTION_EVENT_TITLES: Readonly<Record<AdoptionEvent["type"], string>> = {
  ListRegistered: "登记拟设的地方名单",
  CriteriaStated: "填写认定标准",
  GroupConsulted: "征求一个方面的意见",
  CommentOpened: "公开征求意见开始",
  CommentPeriodPassed: "公开征求意见满三十日",
  CommentClosed: "公开征求意见截止",
  CriteriaPublished: "在一个网站公开认定标准",
  ListAdopted: "制定地方名单",
  AdoptionAbandoned: "终止制定",
};

/** The six groups whose opinion is asked for, 细则（八）(征求意见的方面). */
export const CONSULTED_GROUP_TITLES: Readonly<Record<ConsultedGroup, string>> = {
  departments: "有关部门",
  "market-subjects": "相关市场主体",
  associations: "行业协会商会",
  "legal-services": "法律服务机构",
  experts: "专家学者",
  public: "社会公众",
};

/** The four sites on which criteria are published, 细则（八）(公开网站). */
export const CRITERIA_SITE_TITLES: Readonly<Record<CriteriaSite, string>> = {
  "city-portal": "市政府门户网站",
  "credit-china-wuzhou": "信用中国（广西梧州）网站",
  "credit-china-guangxi": "信用中国（广西）网站",
  "credit-china": "信用中国网站",
};

/** The sections that criteria are never without, 细则（八）(必备内容). */
export const CRITERIA_SECTION_TITLES: Readonly<
  Record<keyof Omit<LocalCriteria, "criteria">, string>
> = {
  removalConditions: "移出条件",
  removalProcedure: "移出程序",
  remedyMeasures: "救济措施",
};

/** Who made a regulation (制定机关). */
export const REGULATION_ORGAN_TITLES: Readonly<Record<RegulationOrgan, string>> = {
  "regional-congress": "自治区人民代表大会及其常务委员会",
  "city-congress": "本市人民代表大会及其常务委员会",
  "another-organ": "其他机关",
};

/** What a city may make regulations about, 立法法 81 (设区的市立法事项). */
export const LEGISLATIVE_MATTER_TITLES: Readonly<Record<LegislativeMatter, string>> = {
  "urban-rural": "城乡建设与管理",
  ecology: "生态文明建设",
  heritage: "历史文化保护",
  "grassroots-governance": "基层治理",
  "another-matter": "上列以外的事项",
};

/** Whose directory or catalog it is (目录、清单的层级). */
export const EDITION_LEVEL_TITLES: Readonly<Record<EditionLevel, string>> = {
  national: "全国基础",
  region: "自治区",
  city: "设区的市",
};

/** What is put together in editions (目录与清单). */
export const EDITION_REGISTRY_TITLES = {
  directory: "公共信用信息目录",
  catalog: "失信惩戒措施清单",
} as const;

/** The steps behind a supplement of the city (补充目录、补充清单的编制). */
export const EDITION_PROOF_TITLES: Readonly<Record<keyof EditionProofs, string>> = {
  comments: "向社会征求意见",
  approval: "市人民政府审定",
  publication: "向社会公布",
  filing: "报自治区发展改革部门备案",
};

/** Kinds of items, the six negative ones as 广西条例 20 has them (信息种类). */
export const ITEM_KIND_TITLES: Readonly<Record<ItemKind, string>> = {
  "serious-list": "严重失信主体名单信息",
  "administrative-acts": "行政处罚、行政强制、行政裁决等信息",
  "broken-pledges": "虚假或者违反信用承诺的信息",
  fraud: "弄虚作假的信息",
  "professional-breaches": "违反职业诚信规范的信息",
  "refused-judgments": "拒不履行生效法律文书的信息",
  "by-local-regulation": "地方性法规规定的其他失信信息",
  "not-negative": "不涉及失信的信息",
};

/** Whether an item may be shown (公开属性). */
export const OPENNESS_TITLES: Readonly<Record<Openness, string>> = {
  "shown-to-all": "向社会公开",
  "on-request": "依申请查询",
  "not-shown": "不予公开",
};
