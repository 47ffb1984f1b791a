import { describe, expect, it } from "vitest";
import { findOpenDeadline } from "../../../../domain/case-file/state.ts";
import { act, confirmChannels, EMPLOYER, judge, letPass } from "../../../support/case-builder.ts";
import { annulment, caseAt } from "../../../support/case-stages.ts";
import { playSamples, sampleCommand } from "../../../support/sample-commands.ts";

const suspended = () =>
  playSamples(caseAt("published"), [["case-officer", "2026-06-01", "suspend-for-reorganization"]]);

describe("a court-approved reorganization", () => {
  it("takes the listing out of sight, and its end stays where it is", () => {
    const { file } = suspended();
    expect(file).toMatchObject({ stage: "published", publicationState: "suspended" });
    expect(findOpenDeadline(file, "listing-end")?.endsOn).toBe("2029-03-27");
    const over = confirmChannels(letPass(suspended(), "2029-03-28"), "2029-03-28");
    expect(over.file.stage).toBe("closed");
  });

  it("is shown again when it has ended", () => {
    const shown = playSamples(suspended(), [
      ["case-officer", "2026-09-01", "resume-after-reorganization"],
    ]);
    expect(shown.file).toMatchObject({ publicationState: "shown", reorganization: null });
  });

  it("is not shown again while enforcement is stopped, nor after its basis fell away", () => {
    const stopped = playSamples(suspended(), [
      ["case-officer", "2026-06-02", "register-remedy"],
      ["case-officer", "2026-06-03", "suspend-enforcement"],
      ["case-officer", "2026-09-01", "resume-after-reorganization"],
    ]);
    expect(stopped.file.publicationState).toBe("suspended");
    const fallen = act(suspended(), "case-officer", "2026-07-10", annulment("2026-07-10"));
    const ended = playSamples(fallen, [
      ["case-officer", "2026-07-11", "resume-after-reorganization"],
    ]);
    expect(ended.file.publicationState).toBe("suspended");
  });

  it("a resumed enforcement shows nothing while the reorganization runs", () => {
    const resumed = playSamples(suspended(), [
      ["case-officer", "2026-06-02", "register-remedy"],
      ["case-officer", "2026-06-03", "suspend-enforcement"],
      ["case-officer", "2026-07-01", "resume-enforcement"],
    ]);
    expect(resumed.file.publicationState).toBe("suspended");
  });

  it("is for companies, once, and not for what has not been ruled", () => {
    const person = caseAt("published", { ...EMPLOYER, partyKind: "natural-person" });
    const onPerson = sampleCommand("suspend-for-reorganization", person, "2026-06-01");
    expect(judge(person, "case-officer", "2026-06-01", onPerson).kind).toBe("refused");
    const again = sampleCommand("suspend-for-reorganization", suspended(), "2026-06-02");
    expect(judge(suspended(), "case-officer", "2026-06-02", again).kind).toBe("refused");
    const early = sampleCommand("suspend-for-reorganization", caseAt("published"), "2026-06-02");
    expect(judge(caseAt("published"), "case-officer", "2026-06-01", early).kind).toBe("refused");
  });
});
