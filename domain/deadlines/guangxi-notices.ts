import type { CalendarNotice } from "./calendar.ts";
import { days, off } from "./notice-days.ts";

/**
 * Notices of the Guangxi government office on 壮族三月三 (自治区政府令第98号), 2018–2026. They go before the national ones:
 * a national make-up Saturday can be free in Guangxi.
 */
export const GUANGXI_NOTICES: readonly CalendarNotice[] = [
  {
    number: "自治区办公厅2018年“壮族三月三”放假通知",
    region: "CN-GX",
    year: 2018,
    issuedOn: "2018-03",
    offDays: [off("壮族三月三", "2018-04-18", "2018-04-20")],
    workDays: days("2018-04-15"),
    mark: "verified-secondary",
  },
  {
    number: "自治区办公厅2019年“壮族三月三”放假通知",
    region: "CN-GX",
    year: 2019,
    issuedOn: "2018-12",
    offDays: [
      off("壮族三月三", "2019-04-04", "2019-04-04"),
      off("壮族三月三", "2019-04-08", "2019-04-08"),
    ],
    workDays: [],
    mark: "verified-secondary",
    remark: "初三为4月7日（周日），在清明节假期之内；4月4日、8日放假",
  },
  {
    number: "自治区办公厅关于调整2020年“壮族三月三”假期安排的通知",
    region: "CN-GX",
    year: 2020,
    issuedOn: "2020-03-05",
    offDays: [],
    workDays: [],
    mark: "verified-secondary",
    remark: "当年不集中放假，3月26日、27日照常上班，由各单位安排补休",
  },
  {
    number: "自治区办公厅2021年“壮族三月三”放假通知",
    region: "CN-GX",
    year: 2021,
    issuedOn: "2021-03",
    offDays: [off("壮族三月三", "2021-04-14", "2021-04-16")],
    workDays: days("2021-04-18"),
    mark: "verified-secondary",
  },
  {
    number: "自治区办公厅关于2022年“壮族三月三”放假的通知",
    region: "CN-GX",
    year: 2022,
    issuedOn: "2022-03-01",
    offDays: [
      off("壮族三月三", "2022-04-02", "2022-04-02"),
      off("壮族三月三", "2022-04-06", "2022-04-06"),
    ],
    workDays: [],
    mark: "verified-secondary",
    remark: "4月2日为全国调休上班的周六，区内放假",
  },
  {
    number: "自治区办公厅关于2023年“壮族三月三”放假的通知",
    region: "CN-GX",
    year: 2023,
    issuedOn: "2023-03-14",
    offDays: [off("壮族三月三", "2023-04-21", "2023-04-23")],
    workDays: [],
    mark: "verified-secondary",
    remark: "4月23日为全国调休上班的周日，区内放假",
  },
  {
    number: "自治区办公厅关于2024年“壮族三月三”放假的通知",
    region: "CN-GX",
    year: 2024,
    issuedOn: "2024-03-22",
    offDays: [off("壮族三月三", "2024-04-11", "2024-04-12")],
    workDays: [],
    mark: "verified-secondary",
  },
  {
    number: "自治区办公厅关于2025年广西三月三放假的通知",
    region: "CN-GX",
    year: 2025,
    issuedOn: "2025-02-26",
    offDays: [off("壮族三月三", "2025-03-31", "2025-04-01")],
    workDays: [],
    mark: "verified-secondary",
  },
  {
    number: "自治区办公厅关于2026年广西三月三放假的通知",
    region: "CN-GX",
    year: 2026,
    issuedOn: "2026-03-04",
    offDays: [off("壮族三月三", "2026-04-17", "2026-04-20")],
    workDays: [],
    mark: "verified-secondary",
    remark: "4月17日（周五）至20日（周一）连休，不调休",
  },
];
