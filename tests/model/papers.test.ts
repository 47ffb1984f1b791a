import fc from "fast-check";
import { expect, it } from "vitest";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { replayForPaper } from "../../records/read-events.ts";
import { composePaper } from "../../templates/compose/compose-paper.ts";
import { findEmptySections } from "../../templates/papers/required-sections.ts";
import type { Scene } from "../support/case-builder.ts";
import { paperSubject } from "../support/paper-subject.ts";
import { finish, walk } from "./walk.ts";

const CASES = Number(process.env["MODEL_PAPERS"] ?? 5_000);
const SEED = Number(process.env["MODEL_SEED"] ?? 20_260_327);
const MOVES = fc.array(fc.nat(2 ** 24 - 1), { minLength: 8, maxLength: 28, size: "max" });
const SERVICE_ADDRESS = {
  ...{ recipient: "【虚构】收件人", address: "【虚构】苍梧县示例路1号" },
  ...{ phone: "0774-0000000", electronicAddress: "example@example.com" },
};

type Issued = Extract<CaseEvent, { type: "PaperIssued" }>;

/** What is wrong with a paper as the system would make it: composed from the case as the act left it. */
function findFlaws(scene: Scene, issued: Issued): readonly string[] {
  const { kind } = issued.paper;
  const file = replayForPaper(scene.events, issued);
  const serviceAddress = file.serviceAddress === null ? null : SERVICE_ADDRESS;
  const code = { shown: "clear", text: "K7QF-3M9T-XW2H" } as const;
  const subject = paperSubject({ ...scene, file }, issued.at.slice(0, 10), {
    serviceAddress,
    code,
  });
  try {
    const empty = findEmptySections(kind, composePaper(kind, subject));
    return empty.map(({ title, fields }) => `${kind}: ${title} (${fields.join(", ")}) is empty`);
  } catch (error) {
    return [`${kind}: ${String(error)}`];
  }
}

it(`every paper of ${String(CASES)} random cases can be made, seed ${String(SEED)}`, () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(MOVES, (moves) => {
      const scene = finish(walk(moves).scene);
      const papers = scene.events.filter((event): event is Issued => event.type === "PaperIssued");
      for (const { paper } of papers) kinds.set(paper.kind, (kinds.get(paper.kind) ?? 0) + 1);
      const flaws = papers.flatMap((issued) => findFlaws(scene, issued));
      if (flaws.length > 0) throw new Error(flaws.join("; "));
    }),
    { seed: SEED, numRuns: CASES },
  );
  console.log([...kinds].map(([kind, count]) => `${kind} ${String(count)}`).join(", "));
  expect(kinds.size).toBeGreaterThan(20);
}, 600_000);
