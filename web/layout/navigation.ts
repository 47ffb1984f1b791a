import type { Role } from "../../domain/case-file/actor.ts";
import type { PageContext } from "./page-context.ts";

/** One entry of the menu. */
export interface MenuEntry {
  readonly title: string;
  readonly path: string;
}

interface Entry extends MenuEntry {
  /** Roles that see the entry; without it everybody of the menu does. */
  readonly roles?: readonly Role[];
}

const OFFICIAL: readonly Entry[] = [
  { title: "工作台", path: "/desk" },
  { title: "立案", path: "/matters/new", roles: ["case-officer"] },
  {
    title: "线索",
    path: "/leads",
    roles: ["case-officer", "legal-reviewer", "head", "supervisor", "auditor"],
  },
  { title: "名单库", path: "/register" },
  {
    title: "外部认定的名单",
    path: "/elsewhere",
    roles: ["case-officer", "legal-reviewer", "legal-officer", "head", "supervisor", "auditor"],
  },
  { title: "公示分发", path: "/publication" },
  {
    title: "文号登记簿",
    path: "/numbers",
    roles: ["case-officer", "legal-reviewer", "legal-officer", "head", "supervisor", "auditor"],
  },
  {
    title: "救济途径登记",
    path: "/authorities/remedies",
    roles: ["legal-reviewer", "legal-officer", "head", "supervisor", "auditor", "administrator"],
  },
  { title: "监督统计", path: "/oversight", roles: ["head", "supervisor", "auditor"] },
  { title: "问责事项", path: "/oversight/incidents", roles: ["head", "supervisor", "auditor"] },
  { title: "代理", path: "/deputies", roles: ["head", "supervisor", "auditor", "administrator"] },
  { title: "名单规则包", path: "/law" },
  { title: "地方名单", path: "/law/adoptions", roles: ["supervisor", "legal-officer"] },
  { title: "目录和清单", path: "/law/editions" },
  { title: "措施台账", path: "/law/ledger" },
  { title: "规则与期限", path: "/law/rules" },
  { title: "合法性检查", path: "/legality" },
  { title: "期限计算", path: "/deadlines" },
  { title: "文书核验", path: "/check" },
];

const PARTY: readonly Entry[] = [
  { title: "我的案件", path: "/portal" },
  { title: "名单查询", path: "/register" },
  { title: "规则与期限", path: "/law/rules" },
  { title: "期限计算", path: "/deadlines" },
  { title: "文书核验", path: "/check" },
];

const PUBLIC: readonly Entry[] = [
  { title: "首页", path: "/" },
  { title: "名单查询", path: "/register" },
  { title: "开放数据", path: "/open-data" },
  { title: "文书核验", path: "/check" },
  { title: "规则与期限", path: "/law/rules" },
  { title: "期限计算", path: "/deadlines" },
  { title: "当事人入口", path: "/portal" },
  { title: "工作人员登录", path: "/sign-in" },
];

const CLOCK: Entry = { title: "演示时钟", path: "/clock" };

/** The menu of this person; for officials of the demonstration with its clock. */
export function findMenu(context: PageContext): readonly MenuEntry[] {
  const roles = context.person?.actor.roles ?? [];
  const entries = context.person === null ? PUBLIC : roles.includes("party") ? PARTY : OFFICIAL;
  const shown = entries.filter(
    (entry) => entry.roles === undefined || entry.roles.some((role) => roles.includes(role)),
  );
  return context.mode === "demo" && entries === OFFICIAL ? [...shown, CLOCK] : shown;
}

/** The one entry of the menu that leads here: the longest path that begins ours. */
export function findCurrent(menu: readonly MenuEntry[], path: string): string | null {
  const leading = menu.filter(
    (entry) => entry.path === path || (entry.path !== "/" && path.startsWith(`${entry.path}/`)),
  );
  const longest = [...leading].sort((a, b) => b.path.length - a.path.length)[0];
  return longest?.path ?? null;
}
