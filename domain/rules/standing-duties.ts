import type { Citation } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";

/**
 * A duty that refuses no act (不设拒绝的义务): nobody could break it by an act of his, because the system itself keeps it, or because
 * the law wants an alarm and not a refusal.
 */
export interface StandingDuty {
  readonly id: `R${string}`;
  readonly title: string;
  readonly citations: readonly Citation[];
  /** How it is kept, in words for people. */
  readonly kept: string;
  /** Where it is kept, and what proves it, from the root of the project. */
  readonly code: string;
  readonly test: string;
}

/** The duties without a refusal, in the order of their numbers; every other one is a rule of its own. */
export const STANDING_DUTIES: readonly StandingDuty[] = [
  {
    id: "R06",
    title: "认定信息如实记录、及时归集",
    citations: [cite("wuzhou", "（四）")],
    kept: "移出后，全部渠道确认收到最新版本，案件才归档；没有一项办理可以提前归档公示过的案件",
    code: "domain/case-file/receive-receipt.ts",
    test: "tests/domain/case-file/receive-receipt.test.ts",
  },
  {
    id: "R07",
    title: "公示、共享的范围事先确定",
    citations: [cite("wuzhou", "（五）")],
    kept: "每个渠道展示的字段由脱敏规则事先确定，办理人不能逐案增减；没有规定的一律从严",
    code: "domain/masking/profiles.ts",
    test: "tests/domain/masking/profiles.test.ts",
  },
  {
    id: "R08",
    title: "无依据或者同意不向社会公示个人信息",
    citations: [cite("wuzhou", "（五）"), cite("wuzhou", "（二十二）")],
    kept: "规则包没有写明法律、法规、国务院决定，又没有本人有效同意的，自然人的信息不送公示渠道，只共享给实施单位；同意到期或者撤回的，各公示渠道即予撤下",
    code: "domain/publication/find-channels.ts",
    test: "tests/domain/publication/find-channels.test.ts",
  },
  {
    id: "R09",
    title: "决定作出后七个工作日内公示",
    citations: [cite("wuzhou", "（六）", "reading")],
    kept: "自决定之日起计算期限，逾期报警；逾期公示仍然办理，不因此阻止",
    code: "domain/deadlines/terms.ts",
    test: "tests/domain/case-file/fall-due.test.ts",
  },
  {
    id: "R10",
    title: "各网站公示的信息一致",
    citations: [cite("wuzhou", "（六）")],
    kept: "各渠道的内容都由同一份签名记录生成，不能逐处修改；每次变动后和每晚逐项比对，不一致的自动重发或者登记问责事项",
    code: "domain/publication/reconcile/find-divergences.ts",
    test: "tests/publication/reconcile.test.ts",
  },
  {
    id: "R31",
    title: "不得以现行规定处罚过轻为由增加或者加重惩戒",
    citations: [cite("wuzhou", "（十一）")],
    kept: "措施只能引用清单中的一行，期限和内容以该行为准；办理人没有可以另行填写期限、力度的地方",
    code: "domain/case-file/content.ts",
    test: "tests/domain/rules/measures/r27-measures-from-list.test.ts",
  },
  {
    id: "R34",
    title: "按时办结信用修复，不收取费用",
    citations: [
      cite("wuzhou", "（十三）"),
      cite("plan22", "关于修复办理时限的规定", "verified-secondary"),
    ],
    kept: "受理和办结的期限自申请之日起计算，逾期报警；申请和办理中没有收费的环节",
    code: "domain/case-file/acts/repair.ts",
    test: "tests/domain/case-file/acts/repair.test.ts",
  },
  {
    id: "R38",
    title: "保障异议、修复、投诉的权利",
    citations: [cite("wuzhou", "（十五）")],
    kept: "当事人凭文书上的查询码在网上陈述申辩、提出异议、申请修复，不收费；每一件都有编号、期限和书面答复",
    code: "web/pages/portal/own-case-page.tsx",
    test: "tests/web/own-case-page.test.tsx",
  },
  {
    id: "R40",
    title: "每个环节有负责的单位和人员",
    citations: [cite("wuzhou", "（十八）")],
    kept: "立案即确定承办人和认定部门；每一项办理记明账号和职责，没有无人负责的环节",
    code: "domain/case-file/open-case.ts",
    test: "tests/domain/case-file/open-case.test.ts",
  },
  {
    id: "R42",
    title: "查询有权限、有目的、有登记",
    citations: [cite("wuzhou", "（二十一）")],
    kept: "只有办理本机关案件的人员看得到明文；其他人员写明目的才能查看，每次都记入不能修改的查询登记簿",
    code: "api/use-cases/party-view.ts",
    test: "tests/api/oversight.test.ts",
  },
  {
    id: "R43",
    title: "防止信息被篡改",
    citations: [cite("wuzhou", "（二十一）")],
    kept: "每件案件的记录按顺序连成散列链，只能追加；修改、删除、调换、截断都能查出",
    code: "records/verify-chain.ts",
    test: "tests/records/chain.test.ts",
  },
  {
    id: "R46",
    title: "定期统计、通报",
    citations: [cite("wuzhou", "（十八）"), cite("wuzhou", "（二十三）")],
    kept: "牵头单位随时可以取得任一期间的统计：只有数字，没有任何人的信息",
    code: "api/use-cases/find-statistics.ts",
    test: "tests/api/oversight.test.ts",
  },
];
