import { beforeAll, describe, expect, it } from "vitest";
import { countOwnCharacters, makeData } from "../../bench/papers/sample.ts";
import { measureSignature } from "../../platform/signing/cms.ts";
import { openKeySigner } from "../../platform/signing/key-signers.ts";
import { makeRoot, makeSigningCertificate } from "../../platform/signing/make-certificate.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { fixedWords } from "../../templates/papers/fixed-words.ts";
import { templateOf } from "../../templates/papers/template.ts";
import { composeText, renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { readPdf } from "./read-pdf.ts";

/** What a listing decision may take in 宋体 with up to sixty characters that its template has not. */
const LIMIT = 95_000;
const LISTING = templateOf("listing-decision");
let fonts: Fonts;
let room: number;

beforeAll(async () => {
  fonts = await openFonts();
  const about = {
    ...{ organization: "示例", unit: "示例", commonName: "示例", curve: "P-256" as const },
    ...{ notBefore: new Date("2020-01-01"), notAfter: new Date("2049-01-01") },
  };
  const made = await makeSigningCertificate(about, await makeRoot(about));
  room = measureSignature(openKeySigner(made.privateKeyPem, undefined, made.certificates));
});

describe("the size of a listing decision", () => {
  it("with all its sections, seal, QR code, data and signature is at most 95 KB, whatever its facts", () => {
    expect(countOwnCharacters(12)).toBeGreaterThanOrEqual(60);
    const signature = { signedAt: new Date("2026-03-27T02:00:00Z"), bytes: room };
    for (let seed = 0; seed < 12; seed += 1) {
      const data = makeData(seed);
      const { bytes } = renderPaper(fonts, "listing-decision", data, { draft: false, signature });
      expect(bytes.length).toBeLessThanOrEqual(LIMIT);
    }
  });
});

describe("the fixed words of a paper", () => {
  const SEAL = PAPER_DATA["listing-decision"];
  const chosen = (data = PAPER_DATA["listing-decision"]) =>
    composeText("listing-decision", data).chosen;

  it("are the same object for papers whose data choose alike, whatever it says", () => {
    const other = { ...PAPER_DATA["listing-decision"], facts: ["另一个事实", "又一个"] };
    expect(fixedWords(LISTING, chosen(other), SEAL)).toBe(fixedWords(LISTING, chosen(), SEAL));
  });

  it("leave out what the data did not choose, and the mark of a specimen in production", () => {
    const listing = PAPER_DATA["listing-decision"];
    const silent = { kind: "silent" as const, windowEndedOn: listing.noticeServedOn };
    const waived = { kind: "waived" as const, waivedOn: listing.noticeServedOn };
    const wordsOf = (defense: typeof silent | typeof waived, specimen: boolean) =>
      fixedWords(LISTING, chosen({ ...listing, defense }), { ...SEAL, specimen }).body;
    expect(wordsOf(waived, true)).toContain("以明示方式放弃陈述、申辩");
    expect(wordsOf(silent, true)).not.toContain("以明示方式放弃");
    expect(wordsOf(silent, true)).toContain("样章");
    expect(wordsOf(silent, false)).not.toContain("样章");
  });

  it("are others for another authority, whose head and seal they hold", () => {
    const { title, body } = fixedWords(LISTING, chosen(), SEAL);
    expect([title, body].every((words) => words.includes(SEAL.authorityName))).toBe(true);
    const other = fixedWords(LISTING, chosen(), { ...SEAL, sealName: "【虚构】另一机关" });
    expect(other.body).toContain("另一机关");
  });

  it("bring no glyph into a file that its pages do not show, but for digits and stops", () => {
    const { bytes, text } = renderPaper(fonts, "listing-decision", makeData(1), { draft: false });
    const { objects } = readPdf(bytes);
    const shown = new Set([...text.join(""), ..."苍梧县人力资源和社会保障局样章— "]);
    const mapped = [...objects.values()].flatMap(({ stream }) =>
      [...stream.toString("latin1").matchAll(/> \[([^\]]*)\]\nendbfrange/g)].flatMap(
        ([, row = ""]) =>
          [...row.matchAll(/<([0-9a-f]{4})>/g)].map(([, unit = ""]) =>
            String.fromCharCode(parseInt(unit, 16)),
          ),
      ),
    );
    const extra = new Set(mapped.filter((character) => !shown.has(character)));
    expect(mapped.length).toBeGreaterThan(300);
    expect(
      [...extra].filter((character) => !/[0-9〔〕（）《》；%/.-]/.test(character)).join(""),
    ).toBe("");
  });
});
