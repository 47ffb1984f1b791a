import { CITY_CREDIT_PLATFORM } from "./city-credit-platform.ts";
import { CITY_DATA_EXCHANGE } from "./city-data-exchange.ts";
import { COUNTY_PORTAL } from "./county-portal.ts";
import { CREDIT_CHINA_GUANGXI } from "./credit-china-guangxi.ts";
import { CREDIT_CHINA_WUZHOU } from "./credit-china-wuzhou.ts";
import { CREDIT_CHINA } from "./credit-china.ts";
import { DEPARTMENT_PORTAL } from "./department-portal.ts";
import { GUANGXI_CREDIT_FINANCE } from "./guangxi-credit-finance.ts";
import { GUANGXI_CREDIT_PLATFORM } from "./guangxi-credit-platform.ts";
import { INTERNET_SUPERVISION } from "./internet-supervision.ts";
import { MEASURE_IMPLEMENTERS } from "./measure-implementers.ts";
import { ONE_NETWORK_SERVICE } from "./one-network-service.ts";
import { OWN_REGISTER } from "./own-register.ts";
import type { ConnectionPoint } from "./point.ts";

/** Every place to which a listing can go (对接点), in the order in which they are served. */
export const POINTS = {
  "own-register": OWN_REGISTER,
  "city-credit-platform": CITY_CREDIT_PLATFORM,
  "credit-china-wuzhou": CREDIT_CHINA_WUZHOU,
  "credit-china-guangxi": CREDIT_CHINA_GUANGXI,
  "credit-china": CREDIT_CHINA,
  "department-portal": DEPARTMENT_PORTAL,
  "county-portal": COUNTY_PORTAL,
  "guangxi-credit-platform": GUANGXI_CREDIT_PLATFORM,
  "guangxi-credit-finance": GUANGXI_CREDIT_FINANCE,
  "internet-supervision": INTERNET_SUPERVISION,
  "city-data-exchange": CITY_DATA_EXCHANGE,
  "one-network-service": ONE_NETWORK_SERVICE,
  "measure-implementers": MEASURE_IMPLEMENTERS,
} satisfies Record<string, ConnectionPoint>;

export type ChannelId = keyof typeof POINTS;
