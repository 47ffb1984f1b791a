import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands between the public and the pages, as a reverse proxy or a cache does. */
export interface PublicProxy {
  readonly url: string;
  /** Paths that were asked for, oldest first. */
  readonly asked: string[];
  /** Where the pages are. */
  target: string;
  /** How it behaves; null: it passes on what it gets. */
  temper: ProxyTemper | null;
  readonly close: () => Promise<void>;
}

/** Handles a question in a way of its own; answers false to let it pass. */
export type ProxyTemper = (path: string, response: ServerResponse) => Promise<boolean> | boolean;

/** Starts a real HTTP proxy in front of the pages. */
export async function startPublicProxy(): Promise<PublicProxy> {
  const server = createServer((request, response) => {
    pass(proxy, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const proxy: PublicProxy = {
    url: `http://127.0.0.1:${String(port)}`,
    asked: [],
    target: "",
    temper: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return proxy;
}

async function pass(
  proxy: PublicProxy,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? "/";
  proxy.asked.push(path);
  if (proxy.temper !== null && (await proxy.temper(path, response))) return;
  const answer = await fetch(`${proxy.target}${path}`);
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
  response.end(await answer.text());
}
