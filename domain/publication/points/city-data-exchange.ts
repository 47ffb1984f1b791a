import { cite } from "../../law/instruments.ts";
import type { ConnectionPoint } from "./point.ts";

/** The city's platform for the exchange of data between departments. */
export const CITY_DATA_EXCHANGE: ConnectionPoint = {
  title: "梧州市数据共享交换平台",
  citation: cite("wuzhou", "（五）"),
  audience: "public-bodies",
  order: 11,
  carrier: "pull",
  proof: "acknowledged-cursor",
  layout: "list",
  withheld: ["basis-documents"],
  hours: null,
};
