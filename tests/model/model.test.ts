import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseAt } from "../support/case-stages.ts";
import { findShownTooLong, findWrongs } from "./statements.ts";
import { finish, walk } from "./walk.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";

const CASES = Number(process.env["MODEL_CASES"] ?? 100_000);
/** The same walks every time, so that a change is to blame and not chance; another seed walks elsewhere. */
const SEED = Number(process.env["MODEL_SEED"] ?? 20_260_327);
const HALF_AN_HOUR_MS = 1_800_000;

const MOVES = fc.array(fc.nat(2 ** 24 - 1), { minLength: 8, maxLength: 28, size: "max" });

describe(`random acts by random actors, ${String(CASES)} cases, seed ${String(SEED)}`, () => {
  it(
    "every record is lawful and every case can end",
    () => {
      const refusedBy = new Map<string, number>();
      const reached = new Map<string, number>();
      let accepted = 0;
      fc.assert(
        fc.property(MOVES, (moves) => {
          const walked = walk(moves);
          const { scene, wrongs } = walked;
          const end = finish(scene);
          const found = [...wrongs, ...findWrongs(scene.events, scene.file)];
          if (end.file.stage !== "closed") found.push(`no end from ${scene.file.stage}`);
          if (found.length > 0) throw new Error(found.join("; "));
          accepted += walked.accepted;
          reached.set(scene.file.stage, (reached.get(scene.file.stage) ?? 0) + 1);
          for (const [ruleId, count] of Object.entries(walked.refused)) {
            refusedBy.set(ruleId, (refusedBy.get(ruleId) ?? 0) + count);
          }
        }),
        { seed: SEED, numRuns: CASES },
      );
      console.log(`seed ${String(SEED)}: ${String(CASES)} cases, ${String(accepted)} acts done`);
      console.log(`stages at the end of the walk: ${printCounts(reached)}`);
      console.log(`refusals: ${printCounts(refusedBy)}`);
      // Otherwise the statements would have been true of nothing.
      expect(accepted).toBeGreaterThan(CASES);
      for (const stage of ["defense", "published", "restoration", "harm-repair", "closed"]) {
        expect(reached.get(stage) ?? 0, stage).toBeGreaterThan(CASES / 1_000);
      }
    },
    HALF_AN_HOUR_MS,
  );
});

describe("the statements notice what is wrong", () => {
  const { events, file } = caseAt("published");

  it("a publication without a decision", () => {
    const undecided = events.filter((event) => event.type !== "DecisionSigned");
    expect(findWrongs(undecided, file)).toContain("published without a decision");
  });

  it("a decision within the window", () => {
    const early = events.map((event) =>
      event.type === "DecisionSigned" ? { ...event, at: "2026-03-20T01:00:00.000Z" } : event,
    );
    expect(findWrongs(early, file)).toContain("decided within the window");
  });

  it("a waiver that nobody made", () => {
    const waived = events.map((event) =>
      event.type === "DefensePeriodEnded" ? { ...event, reason: "waived" as const } : event,
    );
    expect(findWrongs(waived, file)).toContain("a waiver that nobody made");
  });

  it("a record that amounts to another case", () => {
    expect(findWrongs(events, { ...file, outcome: null })).toContain("replayed otherwise");
  });

  it("an entry shown past its last day", () => {
    expect(findShownTooLong(file, parseDay("2029-03-27"))).toEqual([]);
    expect(findShownTooLong(file, parseDay("2029-03-28"))).toHaveLength(1);
  });
});

function printCounts(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(", ");
}
