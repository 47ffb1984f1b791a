import type { Authority } from "../../domain/authorities/authority.ts";
import type { Role } from "../../domain/case-file/actor.ts";

/** 【示例】 the authorities of the demo. */
export const DEMO_AUTHORITIES: readonly Authority[] = [
  {
    authorityId: "cangwu-hrss",
    name: "【示例】苍梧县人力资源和社会保障局",
    shortName: "苍人社",
    level: "county",
    competentLists: ["unpaid-wages"],
    reconsiderationOrgan: "【示例】苍梧县人民政府",
    court: "【示例】苍梧县人民法院",
    contactAddress: "【示例】苍梧县石桥镇示例路1号行政服务中心",
    contactPhone: "0774-0000001",
  },
  {
    authorityId: "wanxiu-hrss",
    name: "【示例】梧州市万秀区人力资源和社会保障局",
    shortName: "万人社",
    level: "county",
    competentLists: ["unpaid-wages"],
    reconsiderationOrgan: "【示例】梧州市万秀区人民政府",
    court: "【示例】梧州市万秀区人民法院",
    contactAddress: "【示例】梧州市万秀区示例路2号",
    contactPhone: "0774-0000002",
  },
];

/** A made-up official. */
export interface DemoPerson {
  readonly account: string;
  readonly displayName: string;
  readonly who: string;
  readonly roles: readonly Role[];
  readonly authorityId: string | null;
}

const CANGWU = "cangwu-hrss";

/** 【示例】 who works with the demo, one account for each duty. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person("chengban", "韦示例", "承办人：立案、取证、送达、核实、拟办", ["case-officer"], CANGWU),
  person("fazhi", "覃示例", "法制审核人员：审核告知和决定", ["legal-reviewer"], CANGWU),
  person(
    "fazhi-fuze",
    "黄示例",
    "法制负责人：录入规则数值、选择依据",
    ["legal-reviewer", "legal-officer"],
    CANGWU,
  ),
  person("juzhang", "梁示例", "负责人：签发决定", ["head"], CANGWU),
  person(
    "wanxiu",
    "莫示例",
    "另一机关的承办人（看不到苍梧县的案件）",
    ["case-officer"],
    "wanxiu-hrss",
  ),
  person("xinyongban", "李示例", "牵头单位：监督期限、登记与统计", ["supervisor"], null),
  person("shenji", "陆示例", "审计人员：只读", ["auditor"], null),
  person("guanli", "农示例", "系统管理员", ["administrator"], null),
];

function person(
  account: string,
  displayName: string,
  who: string,
  roles: readonly Role[],
  authorityId: string | null,
): DemoPerson {
  return { account, displayName: `${displayName}【示例】`, who, roles, authorityId };
}
