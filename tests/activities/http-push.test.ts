import { spawnSync } from "node:child_process";
import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Parcel } from "../../records/parcels.ts";
import { pushOverHttp } from "../../activities/publication/channels/http-push.ts";
import type { ShownEntry } from "../../demo/second-site/entries-page.ts";
import { machineNow } from "../../platform/clock.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { startSecondSite, type SecondSite } from "../support/second-site.ts";
import { ensurePython } from "../support/python.ts";

const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
const SECRETS = { cityPlatform: newSecret(), implementers: newSecret() };

let place: TestDatabase;
let site: SecondSite;
let url: string;

beforeAll(async () => {
  place = await createTestDatabase();
  site = await startSecondSite(place.url, SECRETS);
  url = `${site.url}/city-platform`;
});
afterAll(async () => {
  await site.close();
  await place.drop();
});

/** A parcel of a removed listing, the smallest form there is. */
function parcelOf(entryId: string, version: number): Parcel {
  const form = {
    ...{ schema: "mingdan.listing/1" as const, entryId, version, state: "removed" as const },
    ...{ listId: "unpaid-wages", listName: "拖欠农民工工资失信联合惩戒对象名单", removal: null },
  };
  const parcelId = `${entryId}.city-credit-platform.${String(version)}`;
  return {
    parcelId,
    form,
    body: JSON.stringify(form),
    signature: "c2lnbmF0dXJl",
    sealSignature: null,
  };
}

async function readEntry(entryId: string): Promise<ShownEntry | undefined> {
  const entries = (await site.site().inject("/city-platform.json")).json<ShownEntry[]>();
  return entries.find((entry) => entry.entryId === entryId);
}

const push = (parcel: Parcel, to = url, ...secrets: string[]) =>
  pushOverHttp(to, secrets.length === 0 ? [SECRETS.cityPlatform] : secrets).deliver(parcel);

describe("pushing to another site", () => {
  it("brings a receipt that the site has signed, and the site holds what was sent", async () => {
    const parcel = parcelOf(randomUUID(), 2);
    const receipt = await push(parcel);
    expect(receipt.receiptId).toMatch(/^[0-9a-f-]{36}$/);
    expect(receipt.signature).toMatch(/^v1,/);
    const { entryId, version } = parcel.form;
    expect(await readEntry(entryId)).toMatchObject({
      version,
      state: "removed",
      body: parcel.form,
    });
  });

  it("brings the same receipt for the same parcel, however often and at once it is sent", async () => {
    const parcel = parcelOf(randomUUID(), 1);
    const first = await push(parcel);
    const again = await Promise.all([1, 2, 3, 4].map(() => push(parcel)));
    expect(again.map((receipt) => receipt.receiptId)).toEqual(Array(4).fill(first.receiptId));
  });

  it("never lets an older version overwrite a newer one", async () => {
    const entryId = randomUUID();
    await push(parcelOf(entryId, 3));
    await push(parcelOf(entryId, 2));
    expect(await readEntry(entryId)).toMatchObject({ version: 3 });
    await push(parcelOf(entryId, 4));
    expect(await readEntry(entryId)).toMatchObject({ version: 4 });
  });

  it("is refused under another secret, also the one of the other receiver, and leaves nothing there", async () => {
    for (const secret of [newSecret(), SECRETS.implementers]) {
      const parcel = parcelOf(randomUUID(), 1);
      await expect(push(parcel, url, secret)).rejects.toMatchObject({ code: "refused" });
      expect(await readEntry(parcel.form.entryId)).toBeUndefined();
    }
  });

  it("fails as unreachable while the site is away, and works once it is back at its address", async () => {
    const parcel = parcelOf(randomUUID(), 1);
    await site.goAway();
    await expect(push(parcel)).rejects.toMatchObject({ code: "unreachable" });
    await site.comeBack();
    await push(parcel);
    expect(await readEntry(parcel.form.entryId)).toMatchObject({ version: 1 });
  });

  it("goes on while a secret is replaced: the receiver may hold the old one or the new one", async () => {
    const next = newSecret();
    for (const secrets of [
      [SECRETS.cityPlatform, next],
      [next, SECRETS.cityPlatform],
    ]) {
      const parcel = parcelOf(randomUUID(), 1);
      expect((await push(parcel, url, ...secrets)).signature).toMatch(/^v1,/);
      expect(await readEntry(parcel.form.entryId)).toMatchObject({ version: 1 });
    }
    await expect(push(parcelOf(randomUUID(), 1), url, next)).rejects.toMatchObject({
      code: "refused",
    });
  });

  it("is signed as the Standard Webhooks specification says, once for each secret", async () => {
    const seen: { headers: Headers; body: string }[] = [];
    const to = await startReceiver((parcelId, body, headers) => {
      seen.push({ headers, body });
      return { parcelId, body };
    });
    const secrets = [SECRETS.cityPlatform, newSecret()];
    const parcel = parcelOf(randomUUID(), 1);
    await push(parcel, to, ...secrets);
    const [request] = seen;
    const [id, timestamp] = ["webhook-id", "webhook-timestamp"].map((name) =>
      request?.headers.get(name),
    );
    const expected = secrets.map((secret) => {
      const key = Buffer.from(secret.slice("whsec_".length), "base64");
      const signed = `${id ?? ""}.${timestamp ?? ""}.${request?.body ?? ""}`;
      return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
    });
    expect(id).toBe(parcel.parcelId);
    expect(request?.headers.get("webhook-signature")).toBe(expected.join(" "));
    expect(request?.headers.get("mingdan-signature")).toBe(parcel.signature);
  });

  it("has a signature that the reference library of another language accepts", async () => {
    const script =
      "import sys, json; from standardwebhooks import Webhook; p = json.load(sys.stdin); Webhook(p['secret']).verify(p['body'], p['headers'])";
    const python = ensurePython();
    const seen: { headers: Headers; body: string }[] = [];
    const to = await startReceiver((parcelId, body, headers) => {
      seen.push({ headers, body });
      return { parcelId, body };
    });
    await push(parcelOf(randomUUID(), 1), to);
    const [request] = seen;
    const headers = Object.fromEntries(request?.headers ?? []);
    const check = (body: string) =>
      spawnSync(python, ["-c", script], {
        input: JSON.stringify({ secret: SECRETS.cityPlatform, body, headers }),
      }).status;
    expect(check(request?.body ?? "")).toBe(0);
    expect(check(`${request?.body ?? ""} `)).not.toBe(0);
  });
});

interface Answer {
  readonly parcelId: string;
  readonly body: string;
  readonly secret?: string;
  readonly shape?: object;
  readonly at?: Date;
}

/** A receiver that answers in its own way. */
async function startReceiver(
  answer: (parcelId: string, body: string, headers: Headers) => Answer | string | number,
): Promise<string> {
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      reply(response, answer(String(request.headers["webhook-id"]), body, headers));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return `http://127.0.0.1:${String(port)}/`;
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array); // no encoding was set
  return Buffer.concat(parts).toString("utf8");
}

function reply(response: ServerResponse, answer: Answer | string | number): void {
  if (typeof answer === "number") response.writeHead(answer).end();
  else if (typeof answer === "string") response.end(answer);
  else sendSigned(response, answer);
}

function sendSigned(response: ServerResponse, answer: Answer): void {
  const { parcelId, body, secret = SECRETS.cityPlatform, at = machineNow() } = answer;
  const bodyHash = createHash("sha256").update(body).digest("hex");
  const text = JSON.stringify(answer.shape ?? { receiptId: "r-1", parcelId, bodyHash });
  response
    .setHeader("webhook-id", "r-1")
    .setHeader("webhook-timestamp", String(Math.floor(at.getTime() / 1000)))
    .setHeader("webhook-signature", new Webhook(secret).sign("r-1", at, text))
    .end(text);
}

describe("an answer proves a delivery", () => {
  it("when it is signed and names parcel and body", async () => {
    const to = await startReceiver((parcelId, body) => ({ parcelId, body }));
    expect(await push(parcelOf(randomUUID(), 1), to)).toMatchObject({ receiptId: "r-1" });
  });

  it.each<[string, (parcelId: string, body: string) => Answer | string | number, string]>([
    ["is for another body", (parcelId, body) => ({ parcelId, body: `${body} ` }), "bad-receipt"],
    ["is for another parcel", (id, body) => ({ parcelId: `${id}0`, body }), "bad-receipt"],
    [
      "is signed with another secret",
      (parcelId, body) => ({ parcelId, body, secret: SECRETS.implementers }),
      "bad-receipt",
    ],
    [
      "was signed an hour ago",
      (parcelId, body) => ({ parcelId, body, at: new Date(machineNow().getTime() - 3_600_000) }),
      "bad-receipt",
    ],
    [
      "has no receipt in it",
      (parcelId, body) => ({ parcelId, body, shape: { parcelId } }),
      "bad-receipt",
    ],
    ["is a page", () => "<html>ok</html>", "bad-receipt"],
    ["is empty", () => "", "bad-receipt"],
    ["is an error of the site", () => 500, "refused"],
    ["sends elsewhere", () => 304, "refused"],
  ])("but not when it %s", async (_what, answer, code) => {
    const to = await startReceiver(answer);
    await expect(push(parcelOf(randomUUID(), 1), to)).rejects.toMatchObject({ code });
  });
});
