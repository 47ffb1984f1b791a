import { describe, expect, it } from "vitest";
import { saysNoRoom } from "../../activities/publication/channels/sftp-status.ts";

const answerOf = (code: number | string): Error => Object.assign(new Error("status"), { code });

describe("an SFTP server that does not take a file", () => {
  it.each<[string, number | string, boolean, boolean]>([
    ["a failure without a name", 4, false, true],
    ["no space on the file system", 14, true, true],
    ["quota exceeded", 15, true, true],
    ["no such file", 2, false, false],
    ["permission denied", 3, false, false],
    ["a connection that broke", "ECONNRESET", false, false],
  ])("with %s is full or not by what it says and when", (_what, code, opening, writing) => {
    expect(saysNoRoom(answerOf(code), "opening")).toBe(opening);
    expect(saysNoRoom(answerOf(code), "writing")).toBe(writing);
  });

  it("without any code says nothing of room", () => {
    expect(saysNoRoom(new Error("gone"), "writing")).toBe(false);
  });
});
