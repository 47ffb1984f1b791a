import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { readCase } from "../demo/life/case-acts.ts";
import { openSession } from "../demo/life/http-session.ts";
import { readPartyCode } from "../demo/life/read-party-code.ts";
import { readDemoAccounts } from "../platform/demo-accounts.ts";
import { startSystem, type RunningSystem } from "../platform/system.ts";
import { launchBrowser } from "../tests/support/browser.ts";

/** `npm run docs:images`: takes the README's pictures of a system that it starts with the demo's cases. */
const IMAGES = "docs/images";

async function main(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mingdan-images-"));
  const env = { ...process.env, PORT: "0", MINGDAN_CLOCK_START: "2026-03-16" };
  const system = await startSystem({ dataFolder, env, log: (line) => console.log(line) });
  const browser = await launchBrowser();
  mkdirSync(IMAGES, { recursive: true });
  try {
    await takeAll(system, browser);
  } finally {
    await browser.close();
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function takeAll(system: RunningSystem, browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const account = readDemoAccounts(system.settings.dataFolder).find(
    (each) => each.account === "chengban",
  );
  if (account === undefined) throw new Error("the demo has no case officer");
  const officer = await openSession(system.url, {
    username: account.account,
    password: account.password,
  });
  await page.goto(`${system.url}/sign-in`);
  await page.fill("[name=username]", account.account);
  await page.fill("[name=password]", account.password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL("**/desk*");
  await take(page, "desk");
  const { rows } = await officer.get<{ rows: readonly { caseId: string; stage: string }[] }>(
    "/api/case-files?tab=all",
  );
  const inDefense = rows.find((row) => row.stage === "defense")?.caseId ?? "";
  await page.goto(`${system.url}/cases/${inDefense}`);
  await take(page, "case");
  const published = rows.find((row) => row.stage === "published")?.caseId ?? "";
  await takePaper(officer, published);
  await takePublicPages(system, browser, officer, inDefense);
}

type Officer = Awaited<ReturnType<typeof openSession>>;

async function takePublicPages(
  system: RunningSystem,
  browser: Browser,
  officer: Officer,
  caseId: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(`${system.url}/register`);
  await take(page, "register");
  const file = await readCase(officer, caseId);
  const notice = file.papers.find((paper) => paper.kind === "prior-notice")?.paperId ?? "";
  const pdf = await officer.getBytes(`/api/papers/${encodeURIComponent(notice)}/file?copy=served`);
  await page.goto(`${system.url}/portal`);
  await page.fill("[name=code]", readPartyCode(pdf));
  const view = await officer.get<{ party: { identifier: string } }>(`/api/case-files/${caseId}`);
  await page.fill("[name=factor]", view.party.identifier.slice(-6));
  await page.press("[name=factor]", "Enter");
  await page.waitForLoadState("load");
  await take(page, "portal");
}

async function takePaper(officer: Officer, caseId: string): Promise<void> {
  const file = await readCase(officer, caseId);
  const decision = file.papers.find((paper) => paper.kind === "listing-decision")?.paperId ?? "";
  const path = `/api/papers/${encodeURIComponent(decision)}/file?copy=file`;
  const folder = mkdtempSync(join(tmpdir(), "mingdan-paper-"));
  writeFileSync(join(folder, "paper.pdf"), await officer.getBytes(path));
  // Poppler draws the page, as a reader's program would.
  const target = join(IMAGES, "paper");
  execFileSync("pdftoppm", [
    "-r",
    "60",
    "-f",
    "1",
    "-l",
    "1",
    "-singlefile",
    "-png",
    join(folder, "paper.pdf"),
    target,
  ]);
  rmSync(folder, { recursive: true, force: true });
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  console.log(`✓ ${name}.png`);
}

await main();
