import { describe, expect, it } from "vitest";
import { receiveReceipt } from "../../../domain/case-file/receive-receipt.ts";
import { findOpenChannels } from "../../../domain/publication/find-channels.ts";
import { DEFAULT_CHANNELS, type ChannelId } from "../../../domain/publication/channels.ts";
import { EMPLOYER, letPass, record, type Scene } from "../../support/case-builder.ts";
import { annulledAt, caseAt, serve } from "../../support/case-stages.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";

const CONTEXT = (scene: Scene) => contextOf(scene.world, ACTORS.system, moment("2026-04-02"));
const SERVED = serve(caseAt("decision-service"), "2026-04-01");

function receive(scene: Scene, channel: ChannelId, version = scene.file.publicationVersion): Scene {
  const receipt = { channel, version, receiptId: `${channel}-${String(version)}` };
  return record(scene, receiveReceipt(scene.file, receipt, CONTEXT(scene)));
}

describe("receipts of channels", () => {
  it("given a published firm, when the last channel answers, then publication is complete", () => {
    const almost = receive(receive(SERVED, "own-register"), "city-credit-platform");
    expect(status(almost, "publication")).toBe("open");
    expect(findOpenChannels(almost.file, almost.world.pack, almost.world.authority)).toEqual([
      "measure-implementers",
    ]);
    const done = receive(almost, "measure-implementers");
    expect(status(done, "publication")).toBe("met");
    expect(findOpenChannels(done.file, done.world.pack, done.world.authority)).toEqual([]);
  });

  it("given a listed person, then only measure implementers are told, and their answer completes it", () => {
    const person = {
      ...EMPLOYER,
      partyKind: "natural-person",
      partyRole: "legal-representative",
    } as const;
    const served = serve(caseAt("decision-service", person), "2026-04-01");
    expect(findOpenChannels(served.file, served.world.pack, served.world.authority)).toEqual([
      "measure-implementers",
    ]);
    expect(status(receive(served, "measure-implementers"), "publication")).toBe("met");
  });

  it("given a receipt on file, when it comes again, then nothing happens", () => {
    const once = receive(SERVED, "own-register");
    expect(receive(once, "own-register").events).toEqual(once.events);
  });

  it("given a newer version, when an old receipt comes late, then it completes nothing", () => {
    const suspended = annulledAt("published", "2026-07-10");
    const late = DEFAULT_CHANNELS.reduce((scene, channel) => receive(scene, channel, 1), suspended);
    expect(findOpenChannels(late.file, late.world.pack, late.world.authority)).toEqual([
      ...DEFAULT_CHANNELS,
    ]);
  });

  it("given a suspended listing, when all channels confirm, then the case stays for the annulment", () => {
    const suspended = annulledAt("published", "2026-07-10");
    const confirmed = DEFAULT_CHANNELS.reduce(
      (scene, channel) => receive(scene, channel),
      suspended,
    );
    expect(confirmed.file.stage).toBe("published");
    expect(
      findOpenChannels(confirmed.file, confirmed.world.pack, confirmed.world.authority),
    ).toEqual([]);
  });

  it("given a removed party, when the last channel confirms, then the case closes", () => {
    const removed = letPass(caseAt("published"), "2029-03-28");
    const almost = receive(receive(removed, "own-register"), "city-credit-platform");
    expect(almost.file.stage).toBe("removed");
    expect(receive(almost, "measure-implementers").file.stage).toBe("closed");
  });

  it("given an annulled listing, when the last channel confirms, then the case stays until harm is undone", () => {
    const annulled = caseAt("harm-repair");
    const confirmed = DEFAULT_CHANNELS.reduce(
      (scene, channel) => receive(scene, channel),
      annulled,
    );
    expect(confirmed.file.stage).toBe("harm-repair");
    expect(
      findOpenChannels(confirmed.file, confirmed.world.pack, confirmed.world.authority),
    ).toEqual([]);
  });
});

function status(scene: Scene, termId: string): string | undefined {
  return scene.file.deadlines.find((each) => each.termId === termId)?.status;
}
