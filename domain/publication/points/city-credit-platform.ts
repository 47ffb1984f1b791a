import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The city's sharing platform, to which every breach is brought in time (及时归集). */
export const CITY_CREDIT_PLATFORM: ConnectionPoint = {
  title: "梧州市公共信用信息共享平台",
  citation: cite("wuzhou", "（四）"),
  audience: "public-bodies",
  order: 2,
  carrier: "http-push",
  proof: "signed-receipt",
  layout: "list",
  withheld: [],
  hours: null,
};
