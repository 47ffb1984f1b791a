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
    kept: "规则包没有写明法律、法规、国务院决定或者本人同意的，自然人的信息不送公示渠道，只共享给实施单位",
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
    id: "R43",
    title: "防止信息被篡改",
    citations: [cite("wuzhou", "（二十一）")],
    kept: "每件案件的记录按顺序连成散列链，只能追加；修改、删除、调换、截断都能查出",
    code: "records/verify-chain.ts",
    test: "tests/records/chain.test.ts",
  },
];
