import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import type { ContactData, MeasureData, RemediesData } from "../../templates/papers/paper-data.ts";

/** Invented throughout: the wage case of a company that does not exist. */
const company = {
  you: "你单位",
  caseNumber: "苍人社列案〔2026〕1号",
  authorityName: "苍梧县人力资源和社会保障局",
  sealName: "苍梧县人力资源和社会保障局",
  addresseeName: "【虚构】梧州云雀示例劳务有限公司",
  addresseeIdentifierLabel: "统一社会信用代码",
  addresseeIdentifier: "91450421MA5XXXXX0X",
  checkUrl: "https://mingdan.example.gov.cn/check/K7QF-3M9T-XW2H",
  specimen: true,
} as const;

const LIST = "拖欠农民工工资失信联合惩戒对象名单";

const partyDetails = [
  { label: "住所", text: "广西壮族自治区梧州市苍梧县【虚构】示例大道1号" },
  { label: "法定代表人", text: "【虚构】覃某" },
];

const contact: ContactData = {
  unit: "苍梧县人力资源和社会保障局劳动保障监察大队",
  address: "苍梧县【虚构】政务路8号",
  phone: "0774-0000000",
};

const measures: MeasureData[] = [
  {
    name: "依法限制参加招标投标活动",
    basis: "《保障农民工工资支付条例》第四十八条",
    implementer: "有关行政监督部门",
    term: "列入期间",
  },
  {
    name: "依法限制取得政府资金支持",
    basis: "《保障农民工工资支付条例》第四十八条",
    implementer: "有关主管部门",
    term: null,
  },
];

const remedies: RemediesData = {
  reconsiderationOrgan: "苍梧县人民政府",
  reconsiderationTerm: "六十日",
  reconsiderationBasis: "《中华人民共和国行政复议法》第二十条、第二十四条",
  reconsiderationOnlineChannel: null,
  court: "【虚构】示例人民法院",
  litigationTerm: "六个月",
  litigationBasis: "《中华人民共和国行政诉讼法》第四十六条",
};

const legalBasis = [
  "《保障农民工工资支付条例》第四十八条",
  "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法（人社部令第45号）》第五条",
];

const facts = [
  "你单位承建【虚构】示例安置房项目期间，拖欠李䶮㛃、韦𬴂𫖯等18名农民工2025年9月至12月工资，合计412,000元。",
  "本机关于2026年3月2日送达责令限期支付文书，责令你单位于2026年3月12日前支付。期限届满，你单位仍未支付。",
];
const evidence = [
  "工资支付台账和考勤记录（证据1，共36页）；",
  "责令限期支付文书及送达回证（证据2）；",
  "18名农民工的询问笔录（证据3）。",
];
const reasons = [
  "你单位经责令限期支付，逾期未支付，且拖欠金额达到认定拒不支付劳动报酬罪数额标准，同时符合列入名单的两项条件。",
];
const proportionality =
  "拖欠人数较多、数额较大，经责令仍不支付；上述措施与履行工资支付义务直接关联，没有更轻的措施可以达到同样目的。";

const decision = {
  title: "列入严重失信主体名单决定书",
  number: "苍人社列决字〔2026〕1号",
  issuedOn: parseDay("2026-03-27"),
};

const liftedMeasures = measures.map(({ name, implementer }) => ({ name, implementer }));
const channels = [
  "信用中国（广西梧州）",
  "苍梧县人民政府门户网站",
  "苍梧县人力资源和社会保障局网站",
];

/** One complete set of data for each kind of paper. */
export const PAPER_DATA: PaperDataByKind = {
  "prior-notice": {
    ...company,
    number: "苍人社列告字〔2026〕1号",
    issuedOn: parseDay("2026-03-13"),
    listName: LIST,
    partyDetails,
    openedOn: parseDay("2026-03-13"),
    facts,
    evidence,
    reasons,
    legalBasis,
    measures,
    proportionality,
    publication: [
      "列入决定作出后，将在信用中国（广西梧州）等渠道公示你单位的名称、统一社会信用代码、列入事由、依据和期限。",
    ],
    defense: {
      term: "五个工作日",
      termBasis: "本名单规则包登记的期限",
      contact,
      portalUrl: "https://mingdan.example.gov.cn/party",
      codeShown: "clear",
      code: "7XKQ-M2PD-9FWT",
    },
    hearing: {
      basis: "《中华人民共和国行政处罚法》第六十三条",
      term: "五个工作日",
      termBasis: "《中华人民共和国行政处罚法》第六十四条",
    },
  },
  "listing-decision": {
    ...company,
    number: decision.number,
    issuedOn: decision.issuedOn,
    listName: LIST,
    partyDetails,
    basisDocuments: [
      "苍梧县人力资源和社会保障局2026年3月2日苍人社监令字〔2026〕6号《劳动保障监察限期整改指令书》。",
    ],
    facts,
    evidence,
    reasons,
    noticeNumber: "苍人社列告字〔2026〕1号",
    noticeServedOn: parseDay("2026-03-16"),
    noticeServiceMethod: "直接送达",
    defense: {
      kind: "stated",
      receivedOn: parseDay("2026-03-20"),
      points: [
        {
          point: "工程款尚未结清，无力支付工资",
          outcome: "不予采纳",
          reasons: "工程款是否结清不免除支付农民工工资的义务。",
        },
        {
          point: "其中2名农民工的工资已于2026年1月支付",
          outcome: "部分采纳",
          reasons: "经核实，1名农民工的3,000元已经支付，从拖欠金额中扣除；另1名未提交支付凭证。",
        },
      ],
    },
    hearing: null,
    upperConsent: null,
    legalBasis,
    measures,
    proportionality,
    publication: {
      kind: "public",
      basis: "《保障农民工工资支付条例》第四十八条",
      channels,
      fields: ["名称", "统一社会信用代码", "列入事由", "列入依据", "列入期限"],
    },
    listedTerm: "三年",
    listedTermBasis: "《信用修复管理办法（国家发展改革委令第36号）》",
    listedUntil: parseDay("2029-03-27"),
    repairFrom: parseDay("2027-03-27"),
    repairFromBasis: "《信用修复管理办法（国家发展改革委令第36号）》",
    removalConditions: [
      "达到最短公示期限；",
      "足额支付拖欠的工资，履行相关义务；",
      "作出信用承诺；",
      "法律、行政法规和部门规章规定的其他条件。",
    ],
    removalProcedure: [
      "向“信用中国”网站或者本机关提出申请；",
      "本机关自收到申请之日起三个工作日内决定是否受理；",
      "符合条件的，作出移出决定，在全部渠道停止公示并同步解除失信惩戒措施。",
    ],
    remedies,
  },
  "repair-notice": {
    ...company,
    number: "苍人社修告字〔2026〕1号",
    issuedOn: decision.issuedOn,
    listName: LIST,
    decision,
    effects: ["列入信息依法公示；", "依法采取决定书载明的失信惩戒措施。"],
    minimumTerm: "一年",
    maximumTerm: "三年",
    termBasis: "《信用修复管理办法（国家发展改革委令第36号）》",
    repairFrom: parseDay("2027-03-27"),
    listedUntil: parseDay("2029-03-27"),
    conditions: ["达到最短公示期限；", "足额支付拖欠的工资；", "公开作出信用承诺。"],
    materials: ["支付工资的凭证；", "信用承诺书。"],
    channels: [
      "网上：“信用中国”网站（www.creditchina.gov.cn）；",
      "窗口：苍梧县【虚构】政务服务大厅信用修复窗口。",
    ],
    acceptTerm: "三个工作日",
    resultTerm: "十个工作日",
    handlingBasis: "《国务院办公厅关于进一步完善信用修复制度的实施方案（国办发〔2025〕22号）》",
    freeOfChargeBasis: "《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（十三）",
    falseStatement: null,
    contact,
    complaintPhone: "0774-0000001",
  },
  "decision-not-to-list": {
    ...company,
    you: "你",
    addresseeName: "【虚构】黎某",
    addresseeIdentifierLabel: "居民身份证号码",
    addresseeIdentifier: "450421********001X",
    number: "苍人社不列字〔2026〕1号",
    issuedOn: parseDay("2026-03-25"),
    listName: LIST,
    partyDetails: [],
    noticeNumber: "苍人社列告字〔2026〕3号",
    noticeServedOn: parseDay("2026-03-16"),
    defenseSummary: "本人为现场负责人，不负责工资支付。",
    findings: ["你在项目中负责现场施工管理，工资由公司财务部门造册发放，你没有支付工资的职责。"],
    reasons: ["你不是拖欠工资的直接责任人员，不符合列入名单的条件。"],
    legalBasis: [
      "《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）",
      ...legalBasis,
    ],
  },
  "removal-decision": {
    ...company,
    number: "苍人社移出字〔2027〕1号",
    issuedOn: parseDay("2027-04-06"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    origin: {
      kind: "application",
      appliedOn: parseDay("2027-03-29"),
      acceptedOn: parseDay("2027-04-01"),
    },
    findings: [
      "自2026年3月27日起已满一年；",
      "拖欠的工资已于2026年4月22日全部支付；",
      "已经作出信用承诺。",
    ],
    legalBasis: ["《信用修复管理办法（国家发展改革委令第36号）》"],
    removedOn: parseDay("2027-04-06"),
    channels,
    liftedMeasures,
  },
  "decision-not-to-remove": {
    ...company,
    number: "苍人社不移字〔2026〕1号",
    issuedOn: parseDay("2026-11-02"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    appliedOn: parseDay("2026-10-22"),
    acceptedOn: parseDay("2026-10-26"),
    unmetConditions: [
      { condition: "达到最短公示期限", finding: "最短公示期限一年至2027年3月27日届满，尚未届满。" },
    ],
    reasons: [
      "部门规定的六个月与国家统一的一年不一致，本机关法制审核人员选择适用一年并说明了理由。",
    ],
    legalBasis: ["《信用修复管理办法（国家发展改革委令第36号）》"],
    mayAskAgainOn: parseDay("2027-03-27"),
    mayAskAgainBasis: "自2026年3月27日列入决定作出之日起满一年",
    remedies: { ...remedies, reconsiderationOnlineChannel: "【虚构】掌上复议平台" },
  },
  "repair-refusal-notice": {
    ...company,
    number: "苍人社修不受字〔2026〕1号",
    issuedOn: parseDay("2026-10-26"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    appliedOn: parseDay("2026-10-22"),
    reasons: ["申请未附支付工资的凭证和信用承诺书，经告知后仍未补交"],
    legalBasis: ["《信用修复管理办法（国家发展改革委令第36号）》"],
    mayAskAgainOn: parseDay("2026-10-27"),
    mayAskAgainBasis: "",
    remedies,
  },
  "removal-certificate": {
    ...company,
    number: "苍人社移证字〔2029〕1号",
    issuedOn: parseDay("2029-03-28"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    listedUntil: parseDay("2029-03-27"),
    removedOn: parseDay("2029-03-28"),
    legalBasis: ["《信用修复管理办法（国家发展改革委令第36号）》"],
    channels,
    liftedMeasures,
    authorization: "苍人社函〔2026〕5号常设授权",
    inquiryPhone: "0774-0000002",
  },
  "annulment-decision": {
    ...company,
    number: "苍人社撤列字〔2026〕1号",
    issuedOn: parseDay("2026-07-10"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    findings: ["作为列入依据的限期整改指令书已于2026年7月8日被苍梧县人民政府复议决定撤销。"],
    reasons: ["列入决定所依据的文书已被撤销，列入失去事实依据。"],
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    withdrawnBy: parseDay("2026-07-15"),
    withdrawnByBasis: "参照《中华人民共和国行政处罚法》第四十八条",
    channels,
    liftedMeasures: [],
    harmRepair: [
      "通知全部收到列入信息的单位删除信息，并取得删除回执；",
      "在原公示渠道公开说明撤回的理由。",
    ],
    compensation:
      "你单位认为合法权益受到损害的，可以依照《中华人民共和国国家赔偿法》的规定向本机关提出赔偿请求。",
    remedies,
  },
  "withdrawal-notice": {
    ...company,
    number: "苍人社终止字〔2026〕1号",
    issuedOn: parseDay("2026-03-24"),
    listName: LIST,
    partyDetails,
    openedOn: parseDay("2026-03-13"),
    endedOn: parseDay("2026-03-24"),
    noticeNumber: "苍人社列告字〔2026〕1号",
    reasons: ["你单位在列入决定作出前已经足额支付全部拖欠工资，本案已无继续认定的必要。"],
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    contact,
  },
  "proof-of-service": {
    ...company,
    number: "苍人社送证字〔2026〕1号",
    issuedOn: parseDay("2026-03-16"),
    papers: [
      { title: "拟列入严重失信主体名单告知书", number: "苍人社列告字〔2026〕1号", copies: "1份" },
    ],
    serviceMethod: "直接送达",
    servicePlace: "苍梧县【虚构】示例大道1号",
    signatory: "【虚构】覃某（法定代表人）",
    receivedAt: "2026年3月16日10时20分",
    receivedByOtherReason: null,
    refusal: null,
    witnesses: [],
    servers: ["【虚构】陆某", "【虚构】莫某"],
    remarks: null,
  },
  "public-notice": {
    ...company,
    you: "你",
    addresseeName: "【虚构】覃**",
    addresseeIdentifier: "",
    number: "苍人社公告〔2026〕1号",
    issuedOn: parseDay("2026-03-30"),
    paperTitle: "拟列入严重失信主体名单告知书",
    paperNumber: "苍人社列告字〔2026〕2号",
    gist: "本机关拟将你列入拖欠农民工工资失信联合惩戒对象名单，并告知拟作出决定的事由、依据和你依法享有的权利。",
    reasons: [
      "本机关先后以直接送达、邮寄送达方式向你登记的住所送达，均因下落不明被退回，受送达人的其他联系方式均无法联系。",
    ],
    term: "三十日",
    termBasis: "《中华人民共和国民事诉讼法》第九十五条",
    contact,
    afterService: { kind: "defense", term: "五个工作日", termBasis: "本名单规则包登记的期限" },
  },
  "hearing-notice": {
    ...company,
    number: "苍人社听告〔2026〕1号",
    issuedOn: parseDay("2026-03-24"),
    listName: LIST,
    noticeNumber: "苍人社列告字〔2026〕1号",
    requestedOn: parseDay("2026-03-20"),
    heldOn: parseDay("2026-04-13"),
    startsAt: "14:30",
    place: "苍梧县【虚构】示例大道1号三楼会议室",
    presider: "【虚构】李某（法规科科长）",
    openness: "公开举行",
    changeReasons: "代理人因病不能到场",
    contact,
  },
  "hearing-minutes": {
    ...company,
    number: "苍人社听录〔2026〕1号",
    issuedOn: parseDay("2026-04-13"),
    listName: LIST,
    heldOn: parseDay("2026-04-13"),
    startsAt: "14:30",
    place: "苍梧县【虚构】示例大道1号三楼会议室",
    presider: "【虚构】李某（法规科科长）",
    openness: "公开举行",
    attendance: "当事人（代理人）到场",
    attendees: "【虚构】黄某（委托代理人），【虚构】陆某、莫某（调查人员），【虚构】何某（记录人）",
    investigation: "当事人拖欠18名劳动者工资412000元，限期支付期满未支付，建议列入名单",
    points: ["其中3名劳动者已经离职并结清工资", "项目款尚未结算"],
    signature: "当事人（代理人）核对无误后签名",
  },
  "defense-receipt": {
    ...company,
    number: "苍人社受回字〔2026〕1号",
    issuedOn: parseDay("2026-03-20"),
    listName: LIST,
    noticeNumber: "苍人社列告字〔2026〕1号",
    receivedAt: "2026年3月20日16时05分",
    form: "书面",
    items: [
      { title: "陈述申辩书", extent: "3页" },
      { title: "工资支付凭证", extent: "12页" },
    ],
    windowEndsOn: parseDay("2026-03-23"),
    replyTerm: "五个工作日（本名单规则包登记的期限）",
    contact,
  },
};
