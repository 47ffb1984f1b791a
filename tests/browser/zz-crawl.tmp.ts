import { readFileSync } from "node:fs";
import { launchBrowser } from "../support/browser.ts";
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const base = "http://127.0.0.1:18111";
const accounts = JSON.parse(readFileSync("/tmp/sysf/data/demo-accounts.json", "utf8"));
const browser = await launchBrowser();
async function visit(p: any, path: string, shot?: string) {
  const r = await p.goto(base + path);
  await p.evaluate(axe);
  const v: any = await p.evaluate("axe.run()");
  console.log(
    r.status(),
    p.url().replace(base, ""),
    await p.title(),
    v.violations
      .map((v: any) => `${v.id}: ${v.nodes.length} ${v.nodes[0].html.slice(0, 140)}`)
      .join(" | "),
  );
  if (shot) await p.screenshot({ path: `/tmp/shot-${shot}.png`, fullPage: true });
}
const ctx = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 } });
const p = await ctx.newPage();
p.on("console", (m: any) => console.log("console:", m.text()));
p.on("pageerror", (e: any) => console.log("pageerror", e.message));
for (const path of [
  "/",
  "/register",
  "/register?name=%E4%BA%91",
  "/register?name=x",
  "/check",
  "/check/ABC",
  "/law/rules",
  "/sign-in",
  "/portal",
  "/nothing",
  "/desk",
  "/api/none",
])
  await visit(p, path, path === "/register" ? "register" : undefined);
await p.goto(base + "/sign-in");
const a = accounts.find((x: any) => x.account === "chengban");
await p.fill("[name=username]", a.account);
await p.fill("[name=password]", a.password);
await p.click("main button[type=submit]");
await p.waitForLoadState();
console.log("after", p.url());
for (const path of [
  "/desk",
  "/desk?tab=all",
  "/matters/new",
  "/law",
  "/law/packs/unpaid-wages",
  "/publication",
  "/clock",
])
  await visit(p, path, "p" + path.replace(/[^a-z]/g, "-"));
await p.goto(base + "/desk?tab=all");
const hrefs: string[] = await p.$$eval("td a[href^='/cases/']", (as: any[]) =>
  as.map((x) => x.getAttribute("href")),
);
for (const h of hrefs) {
  await visit(p, h);
  const acts: string[] = await p.$$eval("#acts a.button", (as: any[]) =>
    as.map((x) => x.getAttribute("href")),
  );
  for (const act of acts) await visit(p, act);
  await p.goto(base + h);
  const papers: string[] = await p.$$eval("#papers a[href^='/papers/']", (as: any[]) =>
    as.map((x) => x.getAttribute("href")),
  );
  for (const paper of papers.filter((x) => !x.endsWith("/file"))) await visit(p, paper, "paper");
  await p.goto(base + h);
  const checks: string[] = await p.$$eval("#papers a[href^='/check/']", (as: any[]) =>
    as.map((x) => x.getAttribute("href")),
  );
  for (const c of checks.slice(0, 1)) await visit(p, c, "checkresult");
}
await browser.close();
