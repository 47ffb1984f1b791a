import { Writable } from "node:stream";

import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";

import { closeDatabase, openDatabase } from "../../platform/database.ts";
import { createLogger, describeError, type Logger } from "../../platform/logger.ts";
import { createBareDatabase } from "../support/database.ts";

function listen(): { logger: Logger; lines: () => Record<string, unknown>[] } {
  let written = "";
  const destination = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const logger = createLogger({ name: "api", level: "info", destination });
  const lines = () =>
    written
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>); // one object a line
  return { logger, lines };
}

describe("the logger", () => {
  it("writes the fields it knows and leaves out all others", () => {
    const { logger, lines } = listen();
    logger.info(
      { caseFileId: "c1", outcome: "refused", partyName: "张示例", body: { phone: "13800000000" } },
      "act ruled",
    );
    expect(lines()).toMatchObject([
      { name: "api", caseFileId: "c1", outcome: "refused", msg: "act ruled" },
    ]);
    expect(JSON.stringify(lines())).not.toMatch(/张示例|13800000000/);
  });

  it("leaves them out of child loggers too", () => {
    const { logger, lines } = listen();
    logger.child({ commandId: "k1", party: "张示例" }).warn("retried");
    expect(lines()).toMatchObject([{ commandId: "k1" }]);
    expect(JSON.stringify(lines())).not.toContain("张示例");
  });

  it("writes the route of a request, never its address", () => {
    const { logger, lines } = listen();
    const req = {
      method: "GET",
      url: "/search?name=张示例",
      routeOptions: { url: "/search" },
      headers: { cookie: "s" },
    };
    logger.info({ req, res: { statusCode: 200, body: "张示例" } }, "request completed");
    expect(lines()).toMatchObject([
      { req: { method: "GET", route: "/search" }, res: { statusCode: 200 } },
    ]);
    expect(JSON.stringify(lines())).not.toMatch(/张示例|cookie/);
  });

  it("writes a failed query by its code, without statement or values", async () => {
    const place = await createBareDatabase();
    const database = openDatabase(place.url);
    onTestFinished(() => closeDatabase(database).then(place.drop));
    const { logger, lines } = listen();
    const failed = database.execute(sql`select ${"张示例"}::integer`);
    logger.error({ err: await failed.catch((error: unknown) => error) }, "query failed");
    const [line] = lines();
    expect(line).toMatchObject({
      err: { type: "DrizzleQueryError", code: "22P02", cause: { code: "22P02" } },
    });
    expect(JSON.stringify(line)).not.toMatch(/张示例|select/);
    expect(line?.["err"]).toHaveProperty("stack", expect.stringMatching(/^\s+at /));
  });

  it.each([
    "没有名叫欧阳明月的人",
    "no party 450421198001010002",
    "cannot mail to name@example.com",
  ])("leaves out a message that could quote what somebody entered: %s", (message) => {
    expect(describeError(new Error(message))).not.toHaveProperty("message");
    const cause = new Error("outer", { cause: new Error(message) });
    expect(JSON.stringify(describeError(cause))).not.toContain(message);
  });

  it("keeps the message of other errors, and a stack that does not repeat it", () => {
    const described = describeError(
      new TypeError("first\nsecond line", { cause: new RangeError("inner") }),
    );
    expect(described).toMatchObject({
      type: "TypeError",
      message: "first\nsecond line",
      cause: { type: "RangeError" },
    });
    expect(described.stack).not.toMatch(/first|second/);
  });

  it("copes with what is thrown without being an error", () => {
    expect(describeError("张示例")).toEqual({ type: "string", stack: "" });
  });
});
