import { expect, test } from "vitest";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";

const GOOD =
  '<main><h1>题</h1><label for="a">名</label><input id="a" name="a" aria-describedby="h"><p id="h">提示</p></main>';

test("a page without flaws has none", () => {
  expect(findFlaws(GOOD)).toEqual(FLAWLESS);
});

test.each([
  ["duplicateIds", GOOD.replace("</main>", '<p id="a"></p></main>')],
  ["unlabelled", GOOD.replace("</main>", '<input id="b" name="b"></main>')],
  ["dangling", GOOD.replace("</main>", '<a href="#nowhere">去</a></main>')],
  ["inline", GOOD.replace("</main>", '<p style="color:red"></p></main>')],
  ["inline", GOOD.replace("</main>", "<script>alert(1)</script></main>")],
  ["headings", GOOD.replace("<h1>题</h1>", "")],
  ["leaks", GOOD.replace("题", "undefined")],
  ["words", GOOD.replace("题", "黑名单")],
])("a planted flaw is found: %s", (flaw, html) => {
  expect(findFlaws(html)[flaw]).not.toEqual([]);
});
