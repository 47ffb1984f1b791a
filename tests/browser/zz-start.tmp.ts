import { startSystem } from "/work/main/platform/system.ts";
const t = performance.now();
const system = await startSystem({
  dataFolder: "/tmp/sysf/data",
  env: {
    HOME: process.env.HOME,
    PATH: process.env.PATH,
    MINGDAN_MODE: "demo",
    PORT: "18111",
    MINGDAN_CLOCK_START: "2026-03-02",
    MINGDAN_DEMO_CASES: process.env.CASES ?? "yes",
    MINGDAN_RETRY_DISPATCH_MS: "300",
  },
  log: (l) => console.log(l),
  fast: true,
});
console.log("URL", system.url, Math.round(performance.now() - t));
const stop = async () => {
  await system.stop();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
