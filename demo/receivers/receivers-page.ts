import type { FastifyInstance } from "fastify";
import type { DemoReceiver } from "./run-receivers.ts";

const STATES = { shown: "展示", suspended: "停止展示", removed: "已移出" } as const;

/** Shows what the demo's receivers hold: how many entries, in which state (演示接收方). */
export function addReceiversPage(site: FastifyInstance, receivers: readonly DemoReceiver[]): void {
  site.get("/receivers", (_request, reply) => reply.type("text/html").send(render(receivers)));
}

function render(receivers: readonly DemoReceiver[]): string {
  const rows = receivers.flatMap(({ title, holdings }) =>
    holdings
      .list()
      .map(
        ({ entryId, version, state }) =>
          `<tr><td>${title}</td><td>${entryId}</td><td>${String(version)}</td><td>${STATES[state]}</td></tr>`,
      ),
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>演示接收方</title><h1>演示接收方</h1>
<table><caption>各接收方持有的条目</caption><tr><th>对接点</th><th>条目</th><th>版本</th><th>状态</th></tr>${rows.join("")}</table></html>`;
}
