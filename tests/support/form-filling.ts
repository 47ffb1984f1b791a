import { expect } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { textFile } from "./keyboard.ts";
import type { PersonOnPage } from "./people-on-pages.ts";
import type { WholeSystem } from "./whole-system.ts";

/** What is typed, chosen, ticked and handed in, by the names of the fields. */
export interface Filling {
  readonly texts?: Readonly<Record<string, string>>;
  readonly ticks?: readonly string[];
  readonly files?: readonly string[];
}

/** What a page says in its main part. */
export async function textOfPage({ page }: PersonOnPage): Promise<string> {
  return (await page.textContent("main")) ?? "";
}

/** Fills the fields of the page's form. A tick is `name` for a box, `name=value` for one of a few. */
export async function fill({ page }: PersonOnPage, filling: Filling): Promise<void> {
  for (const [name, text] of Object.entries(filling.texts ?? {})) {
    const target = page.locator(`main [name="${name}"]`);
    const isList = (await page.locator(`main select[name="${name}"]`).count()) === 1;
    if (isList) await target.selectOption(text);
    else await target.fill(text);
  }
  for (const wanted of filling.ticks ?? []) {
    const [name = "", value = "yes"] = wanted.split("=");
    await page.locator(`main [name="${name}"][value="${value}"]`).check();
  }
  for (const name of filling.files ?? []) {
    await page.locator(`main [name="${name}"]`).setInputFiles(textFile(`${name}.txt`));
  }
}

/** Presses the button with these words and waits for the page that comes. */
export async function submit({ page }: PersonOnPage, words: string): Promise<void> {
  const button = page.locator("main button[type=submit]").filter({ hasText: words }).first();
  await Promise.all([page.waitForEvent("load"), button.click()]);
}

/** Does an act from the page of a case: follows its link, fills its form, sends it. */
export async function doAct(
  person: PersonOnPage,
  home: string,
  kind: string,
  filling: Filling = {},
): Promise<string> {
  await person.open(`${home}/acts/${kind}`);
  await fill(person, filling);
  const title = (await person.page.textContent("main h1")) ?? "";
  await submit(person, title);
  return textOfPage(person);
}

/** The same, and it must have been done. */
export async function mustDo(
  person: PersonOnPage,
  home: string,
  kind: string,
  filling: Filling = {},
): Promise<void> {
  expect(await doAct(person, home, kind, filling), `${kind} on ${home}`).toContain("已办理：");
}

/** Moves the demo clock on its page. */
export async function moveClockTo(person: PersonOnPage, day: string): Promise<void> {
  await person.open("/clock");
  await fill(person, { texts: { day } });
  await submit(person, "拨到这一天");
  expect(await textOfPage(person)).toContain("演示时钟已前移");
}

/** What a matter of wage arrears is opened with; its numbers follow from the serial. */
export function matterFilling(serial: number, company: string, withPersons: boolean): Filling {
  return {
    texts: {
      "employer.name": company,
      "employer.identifier": makeUpUscc(serial),
      "employer.address": "【虚构】苍梧县示例路8号",
      ...(withPersons ? personTexts() : {}),
      documentKind: "correction-order",
      documentNumber: `苍人社监令字〔2026〕第${String(serial)}号`,
      issuingOrgan: "【示例】苍梧县人力资源和社会保障局",
      issuedOn: "2026-03-02",
      effectiveOn: "2026-03-02",
      documentServedOn: "2026-03-02",
      complianceEndsOn: "2026-03-12",
      "facts.overdue": "经责令限期支付，至2026年3月12日逾期仍未支付",
      "facts.amount": "拖欠18名劳动者工资共计412000元",
      reasons: "经责令限期支付逾期未支付，拖欠人数和数额均达到规定标准",
      "link.M03": "拖欠工资发生在承包工程中，与参加投标活动直接相关",
      "milder.M03": "经约谈和责令仍不支付，较轻的措施不足以防止再次拖欠",
    },
    ticks: ["met.overdue", "scan-shows.overdue", "met.amount", "measure.M03"],
    files: ["scan", "files.amount"],
  };
}

export const REPRESENTATIVE_ID = makeUpResidentIdNumber(1970);
export const MANAGER_ID = makeUpResidentIdNumber(1985);

function personTexts(): Readonly<Record<string, string>> {
  return {
    "representative.name": "【虚构】蒙云雀",
    "representative.identifier": REPRESENTATIVE_ID,
    "manager.name": "【虚构】禤工长",
    "manager.identifier": MANAGER_ID,
    "manager.reasons": "现场负责人直接负责工资发放",
  };
}

export const SERVICE: Filling = { texts: { signatory: "【虚构】收件人" }, files: ["proof"] };
export const APPROVAL: Filling = { texts: { opinion: "事实清楚，证据充分，程序合法，同意" } };
export const LISTING: Filling = {
  texts: { reasons: "事实清楚，符合列入标准" },
  ticks: ["outcome=list"],
};

/** The code that the party reads off its notice, taken from the copy that is served. */
export async function fetchServedNotice(
  officer: PersonOnPage,
  system: WholeSystem,
  casePath: string,
): Promise<Uint8Array> {
  await officer.open(casePath);
  const link = officer.page.locator("#papers a", { hasText: "拟列入严重失信主体名单告知书" });
  const path = (await link.first().getAttribute("href")) ?? "";
  const answer = await officer.context.request.get(`${system.url}${path}/served-file`);
  expect(answer.status()).toBe(200);
  return answer.body();
}
