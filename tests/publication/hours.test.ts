import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { deliveries } from "../../schema/index.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const SITE = "credit-china-wuzhou";

let cases: RunningCases;
let site: HttpReceiver;
let caseId: string;

beforeAll(async () => {
  site = buildHttpReceiver([SECRET]);
  const url = await site.site.listen({ host: "127.0.0.1", port: 0 });
  cases = await startRunningCases("2026-03-13", {
    points: {
      connections: {
        [SITE]: { form: "http-push", url: `${url}/push`, hours: { from: 14, to: 15 } },
      },
      secrets: { [SITE]: [SECRET] },
    },
  });
  caseId = await bringTo(cases, WAY.published);
});
afterAll(async () => {
  await cases.stop();
  await site.site.close();
});

const readWaiting = () =>
  cases.database
    .select({ nextAttemptAt: deliveries.nextAttemptAt, why: deliveries.lastFailure })
    .from(deliveries)
    .where(and(eq(deliveries.channel, SITE), isNull(deliveries.receivedAt)));

describe("a receiver with hours of its own, as the installation has agreed with it", () => {
  it("is left alone outside of them, and the page can say until when", async () => {
    expect(site.holdings.rows).toEqual([]);
    const [waiting] = await readWaiting();
    expect(waiting?.nextAttemptAt).toEqual(new Date("2026-04-01T14:00:00+08:00"));
  });

  it("gets the listing when it opens", async () => {
    await cases.moveClockTo("2026-04-01T14:00:00+08:00");
    expect(site.holdings.rows).toMatchObject([{ entryId: caseId, state: "shown" }]);
    expect(await readWaiting()).toEqual([]);
  });

  it("is told at once, also on a Saturday, of what must vanish", async () => {
    await cases.moveClockTo("2026-04-11T22:00:00+08:00");
    await annul(cases, caseId, "2026-04-11");
    expect(site.holdings.rows).toMatchObject([{ entryId: caseId, state: "removed" }]);
  });
});
