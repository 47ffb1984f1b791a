import { openFonts } from "../templates/fonts/open-fonts.ts";
import { measureActs } from "./papers/acts-beside-batch.ts";
import { measureColdStart, measureMemory, measureThreads } from "./papers/measure-apart.ts";
import { MAKERS } from "./papers/run-maker.ts";
import { countOwnCharacters, SAMPLES } from "./papers/sample.ts";
import { type Measured, measureSideBySide, round1, round2 } from "./papers/side-by-side.ts";

/**
 * `npm run bench:papers`: the shortest listing decision that holds every section the law demands (four pages on the grid), and a
 * decision of two plain pages, another text each time, made by us (tagged PDF/A-3a, seal, QR code, data attached)
 * and by what else people take, turn by turn in one run; then memory, threads, cold start, and acts beside a batch.
 * The last line is one JSON object. `BENCH_ONLY=makers` leaves the rest out; `BENCH_ROUNDS` sets how many turns of five papers each maker gets.
 */
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 20);
const [MANY, BATCH] = [5000, 1000];
const SHORT_MAKERS = ["ours, unsigned", "ours, signed", "pdfkit, font by path", "typst, PDF/A-3a"];

async function main(): Promise<void> {
  await openFonts({ report: console.log }); // so that packs are built before anything is timed
  const long = await compareMakers("long", Object.keys(MAKERS));
  const short = await compareMakers("short", SHORT_MAKERS);
  const ofShort = ratiosOf(short);
  const own = countOwnCharacters(100);
  console.log(`a listing decision has up to ${own} different characters that its template has not`);
  const result = {
    charactersOutsideTemplate: own,
    ...ratiosOf(long),
    shortRatioToNaive: ofShort.ratioToNaive,
    shortRatioToTypst: ofShort.ratioToTypst,
    shortMsPerPaper: ofShort.msPerPaper,
    shortKilobytes: ofShort.kilobytesPerPaper,
    ...(await measureTheRest()),
  };
  console.log(JSON.stringify(result));
}

async function compareMakers(
  sample: "long" | "short",
  names: readonly string[],
): Promise<readonly Measured[]> {
  console.log(SAMPLES[sample].name);
  const measured = await measureSideBySide(names, sample, ROUNDS);
  for (const { name, p50, p95, kilobytes, pages } of measured) {
    const times = [p50, p95].map((ms) => ms.toFixed(1).padStart(6));
    console.log(
      `  ${name.padEnd(22)} p50 ${times[0] ?? ""} ms  p95 ${times[1] ?? ""} ms  ${String(kilobytes).padStart(6)} KB  ${String(pages)} pages`,
    );
  }
  return measured;
}

function ratiosOf(measured: readonly Measured[]) {
  const of = (name: string) => measured.find((each) => each.name === name);
  const [ours, signed] = [of("ours, unsigned"), of("ours, signed")];
  const [naive, typst] = [of("pdfkit, font by path"), of("typst, PDF/A-3a")];
  const ratio = (other: Measured | undefined, to: Measured | undefined): number =>
    round2((other?.p50 ?? 0) / (to?.p50 ?? 1));
  return {
    ratioToNaive: ratio(naive, signed),
    ratioToTypst: ratio(typst, ours),
    msPerPaper: round2(ours?.p50 ?? 0),
    msPerSignedPaper: round2(signed?.p50 ?? 0),
    signatureMs: round2((signed?.p50 ?? 0) - (ours?.p50 ?? 0)),
    kilobytesPerPaper: ours?.kilobytes,
    kilobytesPerSignedPaper: signed?.kilobytes,
  };
}

async function measureTheRest() {
  if (process.env["BENCH_ONLY"] === "makers") return {};
  const cold = await measureColdStart();
  console.log(
    `first paper ${cold.processMs.toFixed(0)} ms after the start of a process, ${cold.poolMs.toFixed(0)} ms after a pool was opened`,
  );
  const { one, two, ratio, handing } = await measureThreads();
  console.log(
    `papers per second: ${one.toFixed(0)} on 1 thread, ${two.toFixed(0)} on 2 (${Math.round(100 * handing)} % of the time for handing out work)`,
  );
  const grown = await measureMemory(MANY);
  console.log(`memory over ${MANY} papers: ${grown.toFixed(1)} MB more`);
  const acts = await measureActs(BATCH);
  console.log(
    `an act p95: ${acts.aloneP95.toFixed(0)} ms alone, ${acts.besideP95.toFixed(0)} ms beside a batch of ${BATCH} papers (${acts.batchSeconds.toFixed(0)} s)`,
  );
  return {
    coldStartMs: Math.round(cold.processMs),
    coldPoolMs: Math.round(cold.poolMs),
    papersPerSecond1Thread: Math.round(one),
    papersPerSecond2Threads: Math.round(two),
    ratio2ThreadsTo1: round2(ratio),
    handingOutShare: round2(handing),
    memoryGrowthMegabytes: round1(grown),
    actP95AloneMs: round1(acts.aloneP95),
    actP95BesideBatchMs: round1(acts.besideP95),
  };
}

await main();
