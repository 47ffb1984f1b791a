import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The register that the system itself shows to the public. */
export const OWN_REGISTER: ConnectionPoint = {
  title: "严重失信主体名单公示页（本系统）",
  citation: cite("wuzhou", "（六）"),
  audience: "public",
  order: 1,
  carrier: "own-register",
  proof: "own-row",
  layout: "list",
  withheld: [],
  hours: null,
};
