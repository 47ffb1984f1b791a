import { describe, expect, it } from "vitest";
import { replay } from "../../../../domain/case-file/evolve.ts";
import { findListingEnd } from "../../../../domain/case-file/restoration.ts";
import { findOpenDeadline } from "../../../../domain/case-file/state.ts";
import { act, confirmChannels, judge, letPass } from "../../../support/case-builder.ts";
import {
  annulment,
  caseAt,
  repairApplication,
  repairedByFalsehood,
  reviewedRestoration,
  serve,
} from "../../../support/case-stages.ts";
import { ruleIdsOf } from "../../../support/rule-check.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const RESTORE = { kind: "restore-listing", reasons: "移出所依据的材料不实" } as const;

describe("restoring a listing", () => {
  it("takes a closed case up again and tells the party first", () => {
    const closed = repairedByFalsehood();
    expect(closed.file).toMatchObject({ stage: "closed", publicationState: "removed" });
    const { file, events } = caseAt("restoration");
    expect(events.slice(closed.events.length).map((event) => event.type)).toEqual([
      "CaseTakenUpAgain",
      "RestorationProposed",
      "DeadlineSet",
      "PaperIssued",
    ]);
    expect(file).toMatchObject({
      stage: "restoration",
      closedOn: null,
      publicationState: "removed",
    });
    expect(file.papers.at(-1)?.kind).toBe("restoration-notice");
  });

  it("shows the listing again once the decision is served, and it ends when it always would have", () => {
    const decided = act(reviewedRestoration(), "head", "2027-06-01", RESTORE);
    expect(decided.file).toMatchObject({ stage: "restoration", publicationState: "removed" });
    const restored = serve(decided, "2027-06-03");
    expect(restored.file).toMatchObject({
      stage: "published",
      publicationState: "shown",
      removal: null,
      fulfilment: null,
      repairs: [{ status: "revoked" }],
    });
    expect(findOpenDeadline(restored.file, "listing-end")?.endsOn).toBe("2029-03-27");
    expect(findOpenDeadline(restored.file, "publication")?.startsOn).toBe("2027-06-01");
    const shown = confirmChannels(restored, "2027-06-04");
    expect(findOpenDeadline(shown.file, "publication")).toBeUndefined();
    const over = confirmChannels(letPass(shown, "2029-03-28"), "2029-03-28");
    expect(over.file).toMatchObject({
      stage: "closed",
      removal: { by: "expiry", removedOn: "2029-03-28" },
    });
  });

  it("gives the party remedies of its own against the restoration", () => {
    const restored = serve(act(reviewedRestoration(), "head", "2027-06-01", RESTORE), "2027-06-03");
    const last = restored.file.deadlines.findLast((each) => each.termId === "litigation");
    // Served 2027-06-03: the corresponding day six months on.
    expect(last?.endsOn).toBe("2027-12-03");
  });

  it("hears the party within the stage: answers are owed, and the window ends by a final statement", () => {
    const served = serve(caseAt("restoration"), "2027-05-07");
    const stated = act(served, "party", "2027-05-10", {
      kind: "state-defense",
      form: "portal",
      points: ["凭证由他人提供"],
      evidence: [],
      final: true,
    });
    expect(stated.file).toMatchObject({
      stage: "restoration",
      restoration: { defenseEnded: "final" },
    });
    expect(findOpenDeadline(stated.file, "objection-answer")).toBeDefined();
    const early = judge(stated, "legal-reviewer", "2027-05-11", {
      kind: "review-restoration",
      agrees: true,
      opinion: "同意",
    });
    expect(ruleIdsOf(early)).toEqual(["R19"]);
    const again = judge(stated, "party", "2027-05-11", sampleCommand("state-defense", stated, ""));
    expect(again.kind).toBe("refused");
    const answered = act(
      stated,
      "case-officer",
      "2027-05-11",
      sampleCommand("answer-defense", stated, "2027-05-11"),
    );
    expect(findOpenDeadline(answered.file, "objection-answer")).toBeUndefined();
  });

  it("takes a waiver only after the notice is served", () => {
    const waive = sampleCommand("waive-defense", caseAt("restoration"), "2027-05-07");
    expect(judge(caseAt("restoration"), "party", "2027-05-07", waive).kind).toBe("refused");
    const waived = act(serve(caseAt("restoration"), "2027-05-07"), "party", "2027-05-07", waive);
    expect(waived.file.restoration?.defenseEnded).toBe("waived");
  });

  it("ends by the head's word, with the removal as it was and the case closed again", () => {
    const ended = act(caseAt("restoration"), "head", "2027-05-11", {
      kind: "end-restoration",
      reasons: "查无实据",
    });
    expect(ended.file).toMatchObject({
      stage: "closed",
      closedOn: "2027-05-11",
      removal: { by: "repair" },
      restoration: { outcome: "ended", outcomeReasons: "查无实据" },
    });
    expect(ended.file.papers.at(-1)?.kind).toBe("restoration-end-notice");
    expect(ended.file.deadlines.filter((each) => each.status === "open").map((each) => each.termId))
      // Periods that only inform stay; nothing else runs on.
      .toEqual(expect.not.arrayContaining(["listing-end", "defense-window"]));
  });

  it("ends by itself on the last day of the old term", () => {
    const over = letPass(caseAt("restoration"), "2029-03-28");
    expect(over.file).toMatchObject({
      stage: "closed",
      closedOn: "2029-03-28",
      restoration: { outcome: "ended" },
    });
    expect(findListingEnd(over.file)?.status).toBe("passed");
  });

  it("falls with its basis: the removal stands until the listing is annulled", () => {
    const fallen = act(caseAt("restoration"), "case-officer", "2027-05-11", {
      ...annulment("2027-05-10"),
    });
    expect(fallen.file.stage).toBe("removed");
    const annulled = act(fallen, "head", "2027-05-12", {
      kind: "sign-annulment",
      reasons: "依据文书被撤销",
    });
    expect(annulled.file).toMatchObject({ stage: "harm-repair", removal: { by: "annulment" } });
  });

  it("is not confused by the receipts of the removal that is in question", () => {
    const open = act(repairedWithoutReceipts(), "case-officer", "2027-05-06", {
      kind: "propose-restoration",
      reasons: "凭证系伪造",
      evidence: [{ ...repairApplication("forged").pledge }],
    });
    expect(confirmChannels(open, "2027-05-07").file.stage).toBe("restoration");
  });
});

describe("a closed case that is taken up again", () => {
  it("annuls a listing whose basis falls away after its end", () => {
    const closed = caseAt("closed");
    const again = act(closed, "supervisor", "2029-05-08", annulment("2029-05-07"));
    expect(again.file).toMatchObject({ stage: "removed", closedOn: null });
    expect(findOpenDeadline(again.file, "annulment-withdrawal")?.endsOn).toBe("2029-05-10");
    const signed = act(again, "head", "2029-05-09", {
      kind: "sign-annulment",
      reasons: "依据文书被撤销",
    });
    expect(signed.file.stage).toBe("harm-repair");
  });

  it("takes a lawsuit against a listing that has ended, and closes with its outcome", () => {
    const closed = caseAt("closed");
    const sued = act(
      closed,
      "case-officer",
      "2029-05-08",
      sampleCommand("register-remedy", closed, "2029-05-08"),
    );
    expect(sued.file.stage).toBe("removed");
    const upheld = act(
      sued,
      "case-officer",
      "2029-06-08",
      sampleCommand("record-remedy-outcome", sued, "2029-06-08"),
    );
    expect(upheld.file).toMatchObject({ stage: "closed", closedOn: "2029-06-08" });
  });

  it("has nothing to take back where nobody was listed", () => {
    const ended = act(caseAt("draft"), "case-officer", "2026-03-13", {
      kind: "withdraw-case",
      reasons: "不再认定",
    });
    expect(ended.file.stage).toBe("closed");
    expect(judge(ended, "supervisor", "2026-05-08", annulment("2026-05-07")).kind).toBe("refused");
    const remedy = sampleCommand("register-remedy", ended, "2026-05-08");
    expect(judge(ended, "case-officer", "2026-05-08", remedy).kind).toBe("refused");
  });
});

function repairedWithoutReceipts() {
  const { file: before } = repairedByFalsehood();
  const version = before.publicationVersion - 1;
  const scene = repairedByFalsehood();
  const events = scene.events.filter(
    (event) =>
      event.type !== "CaseClosed" &&
      !(event.type === "PublicationReceived" && event.version > version),
  );
  const file = replay(events);
  if (file === null) throw new Error("a record without events");
  return { ...scene, events, file };
}
