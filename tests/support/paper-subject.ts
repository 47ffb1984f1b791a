import type { CaseFile } from "../../domain/case-file/state.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PartyData } from "../../domain/masking/profiles.ts";
import type { PaperSubject } from "../../templates/compose/subject.ts";
import type { Scene } from "./case-builder.ts";

const COMPANY: PartyData = {
  kind: "legal-person",
  name: "【虚构】梧州云雀示例劳务有限公司",
  identifier: "91450421MA5XXXXX0X",
  phone: "0774-0000001",
  address: "【虚构】示例大道1号",
};

/** What a paper issued in a scene is composed from; papers get the numbers that the recorder would have given. */
export function paperSubject(scene: Scene, day: string, change: Partial<PaperSubject> = {}) {
  const { pack, calendar, catalog, authority } = scene.world;
  const subject: PaperSubject = {
    file: withNumbers(scene.file),
    pack,
    calendar,
    catalog,
    authority,
    party: COMPANY,
    serviceAddress: null,
    number: "苍人社示例〔2026〕9号",
    issuedOn: parseDay(day),
    issuedBy: "【虚构】陆某",
    today: parseDay(day),
    checkUrl: "https://mingdan.example.gov.cn/check/K7QF-3M9T-XW2H",
    portalUrl: "https://mingdan.example.gov.cn/portal",
    code: { shown: "none", text: null },
    specimen: true,
    ...change,
  };
  return subject;
}

function withNumbers(file: CaseFile): CaseFile {
  const papers = file.papers.map((paper, place) => ({
    ...paper,
    number: `苍人社示例〔2026〕${String(place + 1)}号`,
  }));
  return { ...file, papers };
}
