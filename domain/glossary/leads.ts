/** What became of a lead (线索的办理情况). */
export const LEAD_STATE_TITLES: Readonly<Record<"pending" | "used" | "set-aside", string>> = {
  pending: "待办线索",
  used: "已据以立案",
  "set-aside": "不予立案",
};
