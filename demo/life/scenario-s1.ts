import type { CaseFile } from "../../domain/case-file/state.ts";
import { listAtStart } from "./s1-notice.ts";
import { listAtEnd } from "./s1-removal.ts";
import { collectDifferences } from "./findings.ts";
import { readCase } from "./case-acts.ts";
import { openMatter, type OpenedParty } from "./matter.ts";
import type { People } from "./people.ts";
import { startTimeline } from "./timeline.ts";

/**
 * Carries one matter of wage arrears with three parties through its whole life over the HTTP API: the company is listed until its term ends by itself,
 * its legal representative leaves early after a first refusal, the site manager is dropped because his objection is right.
 * Answers with what came out otherwise than it must.
 */
export async function playScenario(
  url: string,
  people: People,
  print: (line: string) => void,
): Promise<{ differences: readonly string[]; caseIds: readonly string[] }> {
  const timeline = startTimeline(print);
  const expect = collectDifferences(print);
  const moveTo = async (day: string): Promise<void> => {
    const moved = await people.supervisor.post<{ unsettled: number }>("/api/clock/moves", {
      to: day,
    });
    if (moved.unsettled > 0) throw new Error(`the clock did not settle on ${day}`);
  };
  const look = async ({ caseId }: OpenedParty): Promise<CaseFile> => {
    const file = await readCase(people.officer, caseId);
    timeline.follow(file);
    return file;
  };
  timeline.tell("2026-03-02", "县人社局", "责令限期支付，限2026-03-12前付清；逾期未付");
  await moveTo("2026-03-13");
  const [company, representative, manager] = await openMatter(people.officer, {
    serial: 1,
    company: "【虚构】梧州云雀示例劳务有限公司",
    legalRepresentative: "【虚构】蒙云雀",
    siteManager: "【虚构】禤工长",
    workers: 18,
    amount: 412_000,
    orderedOn: "2026-03-02",
    limitEndsOn: "2026-03-12",
  });
  if (company === undefined || representative === undefined || manager === undefined) {
    throw new Error("three case files were to be opened");
  }
  timeline.tell("2026-03-13", "承办人", "立案：企业、法定代表人、现场负责人各立一卷");
  const craft = { url, people, timeline, expect, company, representative, manager, moveTo, look };
  await listAtStart(craft);
  await listAtEnd(craft);
  const caseIds = [company, representative, manager].map((party) => party.caseId);
  return { differences: expect.differences, caseIds };
}
