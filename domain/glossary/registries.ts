import type { IncidentKind } from "../incidents/incident.ts";

/** Acts on registries (登记簿的办理). */
export const REGISTRY_ACT_TITLES = {
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
