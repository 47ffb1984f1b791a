import { describe, expect, it } from "vitest";
import { stateOfPaper } from "../../../domain/case-file/paper-state.ts";
import { findPapersToServe } from "../../../domain/case-file/state.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { mustBeServed, type PaperKind } from "../../../domain/papers.ts";
import { act, type Scene } from "../../support/case-builder.ts";
import {
  annulledAt,
  caseAt,
  reviewedRestoration,
  scheduleOn,
  serve,
  sign,
} from "../../support/case-stages.ts";
import { sampleCommand } from "../../support/sample-commands.ts";

function stateOf({ file }: Scene, kind: PaperKind) {
  const paper = file.papers.findLast((each) => each.kind === kind);
  if (paper === undefined) throw new Error(`the case has no ${kind}`);
  return stateOfPaper(file, paper);
}

function scheduledHearing(): Scene {
  const asked = caseAt("hearing");
  return act(asked, "legal-reviewer", "2026-03-20", scheduleOn(parseDay("2026-04-13"), asked));
}

function restoredButNotServed(): Scene {
  const removed = reviewedRestoration();
  return act(
    removed,
    "head",
    "2027-06-02",
    sampleCommand("restore-listing", removed, "2027-06-02"),
  );
}

describe("a paper of a case", () => {
  it("stands while nothing took its effect away", () => {
    const published = caseAt("published");
    expect(stateOf(published, "prior-notice")).toBe("valid");
    expect(stateOf(published, "listing-decision")).toBe("valid");
    expect(stateOf(published, "repair-notice")).toBe("valid");
  });

  it("falls with the listing that is annulled, and with the procedure that ends", () => {
    const suspended = annulledAt("published", "2026-07-10");
    const annulled = act(
      suspended,
      "head",
      "2026-07-13",
      sampleCommand("sign-annulment", suspended, "2026-07-13"),
    );
    expect(stateOf(annulled, "listing-decision")).toBe("annulled");
    expect(stateOf(annulled, "repair-notice")).toBe("annulled");
    expect(stateOf(annulled, "annulment-decision")).toBe("valid");
    expect(stateOf(annulled, "prior-notice")).toBe("valid");
    const ended = annulledAt("decision-service", "2026-03-30");
    expect(stateOf(ended, "listing-decision")).toBe("annulled");
    expect(stateOf(ended, "prior-notice")).toBe("annulled");
  });

  it("that was withdrawn has no effect from that day on, not only once there is a new one", () => {
    const told = caseAt("defense");
    const command = sampleCommand("withdraw-notice", told, "2026-03-17");
    const withdrawn = act(told, "case-officer", "2026-03-17", command);
    expect(stateOf(withdrawn, "prior-notice")).toBe("annulled");
  });

  it("that removed a listing falls when the listing is restored", () => {
    expect(stateOf(reviewedRestoration(), "removal-decision")).toBe("valid");
    const restored = serve(restoredButNotServed(), "2027-06-03");
    expect(stateOf(restored, "removal-decision")).toBe("annulled");
    expect(stateOf(restored, "restoration-decision")).toBe("valid");
    expect(stateOf(restored, "listing-decision")).toBe("valid");
  });
});

describe("a paper that must be served", () => {
  it.each([
    ["notice-service", caseAt("notice-service")],
    ["hearing", scheduledHearing()],
    ["decision-service", sign(caseAt("sign-off"), "2026-03-30")],
    ["restoration", caseAt("restoration")],
    ["restoration that is decided", restoredButNotServed()],
  ] as const)("is every one that waits for its service in %s", (_, { file }) => {
    const waiting = findPapersToServe(file).map(({ kind }) => kind);
    expect(waiting).not.toEqual([]);
    expect(waiting.filter((kind) => !mustBeServed(kind))).toEqual([]);
  });
});
