import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { readHolder, tryLock, type HeldLock } from "../../platform/instance-lock.ts";
import {
  identifyProcess,
  identifyThisProcess,
  isAlive,
  isStillRunning,
} from "../../platform/process-identity.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

function mustHold(file: string): HeldLock {
  const attempt = tryLock(file);
  if (!("held" in attempt)) throw new Error("the lock was not given");
  return attempt.held;
}

async function startSleeper(): Promise<number> {
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  await once(child, "spawn");
  onTestFinished(() => void child.kill("SIGKILL"));
  return child.pid ?? 0;
}

describe("a lock", () => {
  it("belongs to one at a time and tells who that is", () => {
    const file = join(makeTemporaryFolder(), "lock");
    const lock = mustHold(file);
    lock.tell({ url: "http://127.0.0.1:8080" });
    const second = tryLock(file);
    expect(second).toEqual({
      holder: { ...identifyThisProcess(), note: { url: "http://127.0.0.1:8080" } },
    });
    lock.release();
    mustHold(file).release();
    expect(readHolder(file)).toBeNull();
  });

  it("is taken over when its holder was killed", async () => {
    const file = join(makeTemporaryFolder(), "lock");
    const pid = await startSleeper();
    writeFileSync(file, JSON.stringify({ ...identifyProcess(pid), note: {} }));
    expect(tryLock(file)).toHaveProperty("holder.pid", pid);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => "held" in tryLock(file)).toBe(true);
    expect(readHolder(file)?.pid).toBe(process.pid);
  });

  it("is not kept by another program that got the same process number", async () => {
    const file = join(makeTemporaryFolder(), "lock");
    writeFileSync(
      file,
      JSON.stringify({ pid: await startSleeper(), startedMark: "long ago", note: {} }),
    );
    expect(readHolder(file)?.pid).not.toBe(process.pid);
    mustHold(file);
    expect(readHolder(file)?.pid).toBe(process.pid);
  });

  it.each(["", "{", '{"pid":"x"}'])(
    "whose file was cut off (%j) is taken over after a while",
    (text) => {
      const file = join(makeTemporaryFolder(), "lock");
      writeFileSync(file, text);
      const longAgo = new Date("2026-01-01T00:00:00Z");
      utimesSync(file, longAgo, longAgo);
      mustHold(file);
      expect(readFileSync(file, "utf8")).toContain(String(process.pid));
    },
  );

  it("that was lost to another is not released", () => {
    const file = join(makeTemporaryFolder(), "lock");
    const lock = mustHold(file);
    const others = JSON.stringify({ pid: 1, startedMark: "x", note: {} });
    writeFileSync(file, others);
    lock.release();
    expect(readFileSync(file, "utf8")).toBe(others);
  });
});

describe("a process", () => {
  it("is recognised while it runs, and no longer", async () => {
    const pid = await startSleeper();
    const identity = identifyProcess(pid);
    if (!identity) throw new Error("not identified");
    expect(isStillRunning(identity)).toBe(true);
    expect(isStillRunning({ ...identity, startedMark: "1" })).toBe(false);
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isStillRunning(identity)).toBe(false);
    expect(identifyProcess(pid)).toBeNull();
  });

  it("that has ended but was not collected yet does not count as alive", async () => {
    // The shell's child ends at once; the shell is replaced by a program that never collects it.
    const parent = spawn("/bin/sh", ["-c", "true & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = (await once(parent.stdout, "data")) as [Buffer]; // what a pipe gives
    await expect.poll(() => isAlive(Number(String(line)))).toBe(false);
  });
});
