import { beforeAll, describe, expect, it } from "vitest";
import { findUnprintable } from "../../activities/case-record/find-unprintable.ts";
import type { Command } from "../../domain/case-file/commands.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { judge } from "../support/case-builder.ts";
import { evidenceOf } from "../support/case-content.ts";
import { caseAt } from "../support/case-stages.ts";
import { ACTORS, contextOf, moment, WORLD } from "../support/case-world.ts";
import { decide } from "../../domain/case-file/decide.ts";

let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

/** A character of a private area, which no font has. */
const NOWHERE = "\u{E123}";

const { file } = caseAt("published");

/** Looks at an act that needs nothing from the database. */
async function look(command: Command) {
  return findUnprintable(fonts, undefined as never)(undefined as never, file, command);
}

function objecting(statement: string): Command {
  const evidence = [evidenceOf("list", "工资表")];
  return { kind: "object-to-record", raisedBy: "party", item: "facts", statement, evidence };
}

describe("characters that no font can print", () => {
  it("are found in what a party writes, with the code point", async () => {
    expect(await look(objecting(`人数${NOWHERE}有误`))).toEqual([
      { field: "填报内容", codePoint: 0xe123 },
    ]);
  });

  it("are found in titles of evidence, and not in what people never read", async () => {
    const titled = { ...evidenceOf("list", `工资表${NOWHERE}`) };
    const command: Command = { kind: "attach-evidence", evidence: titled };
    expect(await look(command)).toHaveLength(1);
    const named: Command = {
      kind: "attach-evidence",
      evidence: { ...evidenceOf("list", "工资表"), fileName: `${NOWHERE}.pdf` },
    };
    expect(await look(named)).toEqual([]);
  });

  it("line ends of a browser, tabs and blanks of other widths are brought to one form and pass", async () => {
    expect(await look(objecting("人数有误\r\n\t应为28人\u00a0\u200b\u3000。"))).toEqual([]);
  });

  it("hard names and every usual text pass", async () => {
    expect(await look(objecting("李䶮㛃、韦𬴂𫖯等18人的工资已经支付。"))).toEqual([]);
  });

  it("are refused with what to do, whatever the act", async () => {
    const command = objecting(`人数${NOWHERE}有误`);
    const unprintable = await look(command);
    const context = contextOf(
      { ...WORLD, unprintable },
      ACTORS["case-officer"],
      moment("2026-05-11"),
    );
    const judgement = decide(command, file, context);
    const finding = judgement.kind === "refused" ? judgement.refusal.findings[0] : undefined;
    expect(finding?.missing).toBe("“填报内容”中有字库不能打印的字符 U+E123");
    expect(judge(caseAt("published"), "case-officer", "2026-05-11", command).kind).toBe("accepted");
  });
});
