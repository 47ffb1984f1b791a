import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ACT_TABLE } from "../../domain/case-file/act-table.ts";
import { EVERY_RULE } from "../../domain/rules/every-rule.ts";
import { STANDING_DUTIES } from "../../domain/rules/standing-duties.ts";
import { findRules } from "../../tools/find-rule.ts";
import { composeRuleIndex } from "../../tools/rule-index.ts";
import { readRuleBook } from "../../tools/rule-book.ts";

const ROOT = new URL("../../", import.meta.url);
const run = promisify(execFile);

describe("the rule index", () => {
  it("the one in docs is up to date", async () => {
    const written = readFileSync(new URL("docs/rule-index.md", ROOT), "utf8");
    expect(written).toBe(await composeRuleIndex());
  });

  it("names every rule and every act", async () => {
    const index = await composeRuleIndex();
    for (const rule of EVERY_RULE) expect(index).toContain(rule.title);
    for (const duty of STANDING_DUTIES) expect(index).toContain(duty.kept);
    for (const { title } of Object.values(ACT_TABLE)) expect(index).toContain(title);
  });

  it("knows comment and tests of every rule", () => {
    for (const entry of readRuleBook()) {
      expect(entry.comment, entry.rule.id).not.toBe("");
      expect(entry.tests.length, entry.rule.id).toBeGreaterThan(0);
    }
  });
});

describe("finding a rule", () => {
  it("公告送达 gives the rule, its source, its tests and the period", () => {
    const found = findRules(["公告送达"]);
    expect(found[0]).toContain("R47  公告送达只在其他方式无法送达时采用");
    expect(found[0]).toContain("《中华人民共和国民事诉讼法》第九十五条（已核对原文）");
    expect(found[0]).toContain("tests/domain/rules/service/r47-public-notice-last.test.ts");
    expect(found[0]).toContain("R47 refuses 公告送达 while nothing else was tried");
    expect(found.at(-1)).toContain("期限  公告送达期间（public-notice-service）");
  });

  it("a duty that refuses no act is found with how it is kept", () => {
    const [found] = findRules(["R43"]);
    expect(found).toContain("R43  防止信息被篡改（不设拒绝）");
    expect(found).toContain("records/verify-chain.ts");
  });

  it("several words narrow the search, and a number finds its rule", () => {
    expect(findRules(["R24", "两书同达"])).toHaveLength(1);
    expect(findRules(["两书同达", "公告送达"])).toEqual([]);
  });

  it("the command prints what it finds, and fails when it finds nothing", async () => {
    const command = ["--import", "tsx", "tools/find-rule.ts"];
    const found = await run("node", [...command, "两书同达"], { cwd: ROOT });
    expect(found.stdout).toContain("R24");
    await expect(run("node", [...command, "没有这种规则"], { cwd: ROOT })).rejects.toMatchObject({
      code: 1,
    });
  });
});
