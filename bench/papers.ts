import { once } from "node:events";
import PDFDocument from "pdfkit";
import { parseDay } from "../domain/deadlines/calendar-day.ts";
import { openFonts } from "../templates/fonts/open-fonts.ts";
import { bundledSource } from "../templates/fonts/sources.ts";
import type { ListingDecisionData } from "../templates/papers/listing-decision/data.ts";
import { composeText, renderPaper } from "../templates/render.ts";

/**
 * How fast a listing decision is made: our renderer (PDF/A-3a, tags, seal, QR code, data attached) against the
 * plain use of pdfkit with the same words, in the same process, turn by turn. The last line is one JSON object.
 */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 40);
const WARM_UP = 8;

const text = (seed: number): string =>
  `第${seed}号案：你单位承建示例项目期间，拖欠${seed + 3}名农民工工资，合计${(seed + 1) * 1000}元，经责令限期支付，逾期仍未支付。`;

function makeData(seed: number): ListingDecisionData {
  const day = parseDay("2026-03-27");
  const article = "《保障农民工工资支付条例》第四十八条";
  return {
    you: "你单位",
    number: `苍人社列决字〔2026〕${seed + 1}号`,
    caseNumber: `苍人社列案〔2026〕${seed + 1}号`,
    authorityName: "苍梧县人力资源和社会保障局",
    sealName: "苍梧县人力资源和社会保障局",
    addresseeName: "【虚构】梧州云雀示例劳务有限公司",
    addresseeIdentifierLabel: "统一社会信用代码",
    addresseeIdentifier: "91450421MA5XXXXX0X",
    issuedOn: day,
    checkUrl: `https://mingdan.example.gov.cn/check/K7QF-${String(seed).padStart(4, "0")}`,
    specimen: true,
    listName: "拖欠农民工工资失信联合惩戒对象名单",
    partyDetails: [{ label: "住所", text: "梧州市苍梧县【虚构】示例大道1号" }],
    basisDocuments: ["苍人社监令字〔2026〕6号《劳动保障监察限期整改指令书》"],
    facts: [text(seed)],
    evidence: ["工资支付台账和考勤记录", "责令限期支付文书及送达回证"],
    reasons: ["你单位同时符合列入名单的两项条件"],
    noticeNumber: "苍人社列告字〔2026〕1号",
    noticeServedOn: parseDay("2026-03-16"),
    noticeServiceMethod: "直接送达",
    defense: { kind: "silent", windowEndedOn: parseDay("2026-03-23") },
    hearing: null,
    upperConsent: null,
    legalBasis: [article],
    measures: [
      { name: "依法限制参加招标投标活动", basis: article, implementer: "行政监督部门", term: null },
    ],
    proportionality: "措施与履行工资支付义务直接关联，没有更轻的措施可以达到同样目的",
    publication: {
      kind: "public",
      basis: article,
      channels: ["信用中国（广西梧州）"],
      fields: ["名称", "列入事由", "列入依据"],
    },
    listedTerm: "三年",
    listedTermBasis: "《信用修复管理办法（国家发展改革委令第36号）》",
    listedUntil: parseDay("2029-03-27"),
    repairFrom: parseDay("2027-03-27"),
    repairFromBasis: "《信用修复管理办法（国家发展改革委令第36号）》",
    removalConditions: ["达到最短公示期限", "足额支付拖欠的工资", "作出信用承诺"],
    removalProcedure: ["提出申请", "三个工作日内决定是否受理", "符合条件的，作出移出决定"],
    remedies: {
      reconsiderationOrgan: "苍梧县人民政府",
      reconsiderationTerm: "六十日",
      reconsiderationBasis: "《中华人民共和国行政复议法》第二十条",
      reconsiderationOnlineChannel: null,
      court: "【虚构】示例人民法院",
      litigationTerm: "六个月",
      litigationBasis: "《中华人民共和国行政诉讼法》第四十六条",
    },
  };
}

/** What one writes first with pdfkit: a font by its path, and text. No tags, no PDF/A, no seal, no QR code. */
async function renderPlainly(data: ListingDecisionData): Promise<number> {
  const pdf = new PDFDocument({ size: "A4", margin: 79, info: { CreationDate: new Date(0) } });
  let length = 0;
  pdf.on("data", (chunk: Uint8Array) => {
    length += chunk.length;
  });
  const serif = bundledSource("serif").path;
  const [bold, sans] = [bundledSource("serif-bold").path, bundledSource("sans").path];
  for (const block of composeText("listing-decision", data).blocks) {
    const isTitle = block.kind === "title" || block.kind === "authority";
    pdf.font(isTitle ? bold : block.kind === "heading" ? sans : serif);
    pdf.fontSize(isTitle ? 22 : 16).text(block.text, { lineGap: 6 });
  }
  pdf.end();
  await once(pdf, "end");
  return length;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const opening = performance.now();
  const fonts = await openFonts({ report: console.log });
  const openMs = performance.now() - opening;
  const ours: number[] = [];
  const plain: number[] = [];
  let bytes = 0;
  for (let round = 0; round < WARM_UP; round += 1) {
    renderPaper(fonts, "listing-decision", makeData(round), { draft: false });
  }
  const rss = process.memoryUsage().rss; // before the plain use loads the same fonts a second time
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const data = makeData(round);
    let start = performance.now();
    bytes = renderPaper(fonts, "listing-decision", data, { draft: false }).bytes.length;
    if (round >= WARM_UP) ours.push(performance.now() - start);
    start = performance.now();
    await renderPlainly(data);
    if (round >= WARM_UP) plain.push(performance.now() - start);
  }
  const [msPerPaper, plainMs] = [middle(ours), middle(plain)];
  console.log(
    `打开字体 ${openMs.toFixed(1)} ms，普通用法 ${plainMs.toFixed(1)} ms，本系统 ${msPerPaper.toFixed(1)} ms`,
  );
  const result = {
    ratioToNaive: Number((plainMs / msPerPaper).toFixed(2)),
    msPerPaper: Number(msPerPaper.toFixed(2)),
    p95MsPerPaper: Number(
      (ours.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0).toFixed(2),
    ),
    naiveMsPerPaper: Number(plainMs.toFixed(2)),
    kilobytesPerPaper: Math.round(bytes / 1000),
    rssMegabytes: Math.round(rss / 1e6),
  };
  console.log(JSON.stringify(result));
}

await main();
