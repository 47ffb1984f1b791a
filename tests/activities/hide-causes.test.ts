import { Writable } from "node:stream";
import {
  ApplicationFailure,
  DefaultFailureConverter,
  defaultPayloadConverter,
} from "@temporalio/common";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { hideCauses } from "../../activities/hide-causes.ts";
import { DeliveryFailed } from "../../activities/publication/channels/channel.ts";
import { createLogger, type Logger } from "../../platform/logger.ts";
import { openTestDatabase } from "../records/stored-case.ts";

const NAME = "【虚构】覃示例";
const SILENT = createLogger({ name: "tests", level: "silent" });

/** Lets an activity fail behind the interceptor, and returns what the worker hands on. */
async function failWith(fail: () => Promise<unknown>, logger: Logger = SILENT): Promise<unknown> {
  const { execute } = hideCauses(logger, "settleCase");
  if (execute === undefined) throw new Error("nothing stands before the activity");
  return execute({ args: [], headers: {} }, fail).then(
    () => null,
    (error: unknown) => error,
  );
}

/** A failure as Temporal stores it: message, type, stack, cause and details. */
function asStored(error: unknown): string {
  const failure = new DefaultFailureConverter().errorToFailure(error, defaultPayloadConverter);
  return JSON.stringify(failure);
}

/** An error as libraries make them: the text is in the message, in a field and in a cause below. */
function quoting(): Error {
  const error = new RangeError(`no glyph for ${NAME}`, { cause: new Error(`party ${NAME}`) });
  return Object.assign(error, { detail: `Key (name)=(${NAME}) already exists.` });
}

describe("the reason of an activity's failure", () => {
  it("goes to Temporal as the kind of error alone, whatever message, cause and stack quote", async () => {
    const error = await failWith(() => Promise.reject(quoting()));
    expect(error).toBeInstanceOf(ApplicationFailure);
    expect(error).toMatchObject({ message: "RangeError", type: "RangeError" });
    expect(asStored(error)).toContain("RangeError");
    expect(asStored(error)).not.toContain(NAME);
    expect(asStored(quoting())).toContain(NAME);
  });

  it("goes to Temporal as the database's code where a query failed that quotes a name", async () => {
    const { database, close } = await openTestDatabase();
    onTestFinished(close);
    const error = await failWith(() => database.execute(sql`select ${NAME}::int`));
    expect(error).toMatchObject({ message: "database-22P02", type: "database-22P02" });
    expect(asStored(error)).not.toContain(NAME);
  });

  it("stays open for another attempt, and says nothing of what was thrown without being an error", async () => {
    const failures = [quoting(), new DeliveryFailed("unreachable"), NAME, { name: NAME }];
    for (const thrown of failures) {
      const error = await failWith(
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is no error can be thrown, too
        () => Promise.reject(thrown),
      );
      expect(error).toMatchObject({ nonRetryable: false });
      expect(asStored(error)).not.toContain(NAME);
    }
  });

  it("is logged by its code, without what the database quoted", async () => {
    const { database, close } = await openTestDatabase();
    onTestFinished(close);
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const logger = createLogger({ name: "tests", level: "warn", destination });
    await failWith(() => database.execute(sql`select ${NAME}::int`), logger);
    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain("22P02");
    expect(lines.join()).not.toContain(NAME);
  });

  it("is not made up where nothing fails", async () => {
    const { execute } = hideCauses(SILENT, "settleCase");
    const done = await execute?.({ args: [], headers: {} }, () => Promise.resolve("done"));
    expect(done).toBe("done");
  });
});
