import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { PAPER_KINDS, isPaperKind } from "../../domain/papers.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";

const run = promisify(execFile);
const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);
const listing = PAPER_DATA["listing-decision"];
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

const render = (data = listing) => renderPaper(fonts, "listing-decision", data, { draft: false });

describe("same data, same bytes", () => {
  it("twice in a process, with other papers in between", () => {
    const first = render();
    for (const kind of KINDS) renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false });
    render({ ...listing, addresseeName: "⼀䶮㛃" });
    const second = render();
    expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
    expect(second.renderHash).toBe(createHash("sha256").update(first.bytes).digest("hex"));
  });

  it("in another process under another time zone and language", async () => {
    const script = fileURLToPath(new URL("./print-render-hash.ts", import.meta.url));
    const env = { ...process.env, TZ: "America/New_York", LANG: "C" };
    const { stdout } = await run(process.execPath, ["--import", "tsx", script], { env });
    expect(stdout.trim()).toBe(render().renderHash);
  });

  it("whatever the order of the data's fields", () => {
    const reversed = Object.fromEntries(Object.entries(listing).toReversed()) as typeof listing; // same fields, other order
    expect(render(reversed).renderHash).toBe(render().renderHash);
  });

  it("other data, other bytes", () => {
    expect(render({ ...listing, caseNumber: "苍人社列案〔2026〕2号" }).renderHash).not.toBe(
      render().renderHash,
    );
  });
});
