import { createServer } from "node:net";

/** Finds a port on which nobody listens just now. */
export async function findFreePort(host = "127.0.0.1"): Promise<number> {
  const port = await tryListen(host, 0);
  if (port === null) throw new Error(`no free port on ${host}`);
  return port;
}

/** Says whether somebody else listens on a port. */
export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await tryListen(host, port)) !== null;
}

function tryListen(host: string, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
