import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFullPage, checkGrid, checkQrCode } from "./verify-papers/check-form.ts";
import { checkPicture, findStrayPictures, renewPictures } from "./verify-papers/check-picture.ts";
import { checkCades, checkSignature, checkSm2 } from "./verify-papers/check-signature.ts";
import { checkCharacters, checkStructure, checkTwin } from "./verify-papers/check-words.ts";
import { findTools } from "./verify-papers/find-tools.ts";
import { type MadePaper, makePapers } from "./verify-papers/make-papers.ts";
import { run } from "./verify-papers/run.ts";

/** `npm run verify:papers`: every kind of paper, unsigned and signed, checked by programs that others made. */

interface Check {
  readonly title: string;
  readonly find: (paper: MadePaper) => string | null;
}

let passed = 0;
let failed = 0;

function report(title: string, problems: readonly string[], count: number): void {
  passed += count - problems.length;
  failed += problems.length;
  console.log(`${problems.length === 0 ? "✓" : "✗"} ${title}（${count}份）`);
  for (const problem of problems) console.log(`    ${problem.slice(0, 600)}`);
}

/** Asks the judge of PDF/A about all files at once; a file that it does not name has not passed. */
function checkArchive(veraPdf: string, papers: readonly MadePaper[]): void {
  const files = papers.map((paper) => paper.file);
  const said = run("java", ["-jar", veraPdf, "-f", "3a", "--format", "text", "-v", ...files]).text;
  const lines = said.split("\n");
  const problems = papers
    .filter(({ file }) => !lines.some((line) => line.startsWith(`PASS ${file}`)))
    .map(({ name, file }) => `${name}：${lines.find((line) => line.includes(file)) ?? said}`);
  report("veraPDF：PDF/A-3a", problems, papers.length);
}

async function verify(folder: string): Promise<void> {
  const { veraPdf, missing } = await findTools();
  for (const tool of missing) console.log(`✗ 缺少 ${tool}`);
  if (missing.length > 0) {
    failed += missing.length;
    return;
  }
  const made = await makePapers(folder);
  const { papers } = made;
  checkArchive(veraPdf, papers);
  const checks: readonly Check[] = [
    { title: "qpdf：文件结构", find: ({ file }) => checkSyntax(file) },
    { title: "poppler：段落逐字、逐段、按序读回", find: checkStructure },
    { title: "poppler：页面上不多一字、不少一字", find: checkCharacters },
    { title: "poppler：附件逐字节取回", find: (paper) => checkTwin(paper, folder) },
    { title: "poppler：签名有效，改一个字节即失效", find: checkSignature },
    { title: "MuPDF：22行网格和版心", find: checkGrid },
  ];
  for (const { title, find } of checks) reportAll(title, find, papers);
  const issued = papers.filter((paper) => paper.form !== "volume-sheet");
  reportAll("二维码：从印出的页面读回", checkQrCode, issued);
  const plain = papers.filter((paper) => paper.name === paper.kind);
  if (process.argv.includes("--renew-pictures")) renewPictures(plain);
  reportAll("图样：首页和末页与参照图相符", checkPicture, plain);
  report("图样：没有多余的参照图", findStrayPictures(plain), 1);
  const signed = papers.filter((paper) => paper.signedBy === "P-256");
  reportAll("OpenSSL：CAdES 签名和证书链", (paper) => checkCades(paper, made.rootFile), signed);
  const long = papers.filter((paper) => paper.name === "listing-decision-long-signed");
  reportAll("MuPDF：排满的一页正好22行", checkFullPage, long);
  const sm2 = papers.filter((paper) => paper.signedBy === "SM2");
  reportAll("OpenSSL：SM2 证书和签名值", () => checkSm2(made, folder), sm2);
}

function checkSyntax(file: string): string | null {
  const { ok, text } = run("qpdf", ["--check", file]);
  return ok && !/warning/i.test(text) ? null : text.trim();
}

function reportAll(title: string, find: Check["find"], papers: readonly MadePaper[]): void {
  const problems = papers.flatMap((paper) => {
    const problem = find(paper);
    return problem === null ? [] : [`${paper.name}：${problem}`];
  });
  report(title, problems, papers.length);
}

const folder = mkdtempSync(join(tmpdir(), "mingdan-papers-"));
try {
  await verify(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
