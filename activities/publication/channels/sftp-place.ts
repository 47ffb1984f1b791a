import { createHash, timingSafeEqual } from "node:crypto";
import { posix } from "node:path";
import { promisify } from "node:util";
import { Client, type ConnectConfig, type SFTPWrapper } from "ssh2";
import { DeliveryFailed } from "./channel.ts";
import { saysNoRoom } from "./sftp-status.ts";
import { LARGEST_FILE_BYTES, type FilePlace, type NamedFile } from "./file-place.ts";

/** How an SFTP server is reached. */
export interface SftpAddress {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly hostKey: string;
  readonly path: string;
}

const READY_WITHIN_MS = 10_000;
const DONE_WITHIN_MS = 40_000;
/** Code of SFTP for a file that is not there. */
const NO_SUCH_FILE = 2;
/**
 * A folder on another machine by SFTP. The server must show the host key that was agreed on; each secret is tried in turn, so that a
 * password or key can be replaced while both hold.
 */
export function sftpPlace(address: SftpAddress, secrets: readonly string[]): FilePlace {
  return {
    // All in one session: opening one costs more than writing the files.
    put: (files) =>
      connected(address, secrets, async (sftp) => {
        for (const file of files) await write(sftp, address.path, file);
      }),
    get: (name) =>
      connected(address, secrets, async (sftp) => {
        const path = posix.join(address.path, name);
        const size = await sizeOf(sftp, path);
        if (size === null) return null;
        if (size > LARGEST_FILE_BYTES) throw new DeliveryFailed("bad-receipt");
        return readWhole(sftp, path);
      }),
  };
}

async function write(sftp: SFTPWrapper, folder: string, { name, bytes }: NamedFile): Promise<void> {
  const unfinished = posix.join(folder, `.${name}.part`);
  const target = posix.join(folder, name);
  try {
    await writeWhole(sftp, unfinished, Buffer.from(bytes));
  } catch (error) {
    // What is there of it takes room that the server lacks, and half a file is of use to nobody.
    await promisify(sftp.unlink.bind(sftp))(unfinished).catch(() => undefined);
    throw error;
  }
  // SFTP's rename never overwrites: one that was left by an attempt before goes first.
  await promisify(sftp.unlink.bind(sftp))(target).catch(() => undefined);
  await promisify(sftp.rename.bind(sftp))(unfinished, target);
}

async function writeWhole(sftp: SFTPWrapper, path: string, bytes: Buffer): Promise<void> {
  const handle = await open(sftp, path);
  try {
    await new Promise<void>((resolve, reject) => {
      sftp.write(handle, bytes, 0, bytes.length, 0, (error) => {
        if (error == null) resolve();
        else reject(saysNoRoom(error, "writing") ? new DeliveryFailed("no-room-there") : error);
      });
    });
  } finally {
    await promisify(sftp.close.bind(sftp))(handle);
  }
}

function open(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sftp.open(path, "w", (error, handle) => {
      if (error === undefined) resolve(handle);
      else reject(saysNoRoom(error, "opening") ? new DeliveryFailed("no-room-there") : error);
    });
  });
}

function sizeOf(sftp: SFTPWrapper, path: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    sftp.stat(path, (error, stats) => {
      if (error === undefined) resolve(stats.size);
      else if ("code" in error && error.code === NO_SUCH_FILE) resolve(null);
      else reject(error);
    });
  });
}

function readWhole(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sftp.readFile(path, (error, bytes) => {
      if (error === undefined) resolve(bytes);
      else reject(error);
    });
  });
}

/** Connects, does the work, and hangs up. Whatever goes wrong on the way is a failed delivery. */
async function connected<Result>(
  address: SftpAddress,
  secrets: readonly string[],
  work: (sftp: SFTPWrapper) => Promise<Result>,
): Promise<Result> {
  for (const [place, secret] of secrets.entries()) {
    try {
      return await session(address, secret, work);
    } catch (error) {
      if (error instanceof DeliveryFailed) throw error;
      // A server that answers with a status of SFTP is there and says no.
      if (isStatus(error)) throw new DeliveryFailed("refused");
      if (!isRefusedLogin(error)) throw new DeliveryFailed("unreachable");
      if (place === secrets.length - 1) throw new DeliveryFailed("refused");
    }
  }
  throw new DeliveryFailed("unreachable");
}

function isStatus(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "number";
}

function isRefusedLogin(error: unknown): boolean {
  return error instanceof Error && "level" in error && error.level === "client-authentication";
}

async function session<Result>(
  address: SftpAddress,
  secret: string,
  work: (sftp: SFTPWrapper) => Promise<Result>,
): Promise<Result> {
  const client = new Client();
  let isOther = false;
  const verify = (key: Buffer): boolean => {
    isOther = !isAgreed(key, address.hostKey);
    return !isOther;
  };
  let late: NodeJS.Timeout | undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    client.on("error", reject);
    client.on("close", () => {
      reject(new Error("the connection was closed"));
    });
    late = setTimeout(() => {
      reject(new Error("the server did not answer in time"));
    }, DONE_WITHIN_MS);
  });
  // It only matters while somebody waits for it; after the work is done, closing is what is meant to happen.
  broken.catch(() => undefined);
  try {
    const ready = new Promise<void>((resolve) => client.once("ready", resolve));
    client.connect(configOf(address, secret, verify));
    // A session is a dozen short questions and answers: held back to be sent together, each would cost 40 ms.
    client.setNoDelay(true);
    await Promise.race([ready, broken]);
    const sftp = await Promise.race([promisify(client.sftp.bind(client))(), broken]);
    return await Promise.race([work(sftp), broken]);
  } catch (error) {
    throw isOther ? new DeliveryFailed("wrong-host-key") : error;
  } finally {
    clearTimeout(late);
    client.end();
  }
}

function configOf(
  address: SftpAddress,
  secret: string,
  hostVerifier: (key: Buffer) => boolean,
): ConnectConfig {
  const { host, port, username } = address;
  const isKey = secret.includes("PRIVATE KEY");
  return {
    ...{ host, port, username, readyTimeout: READY_WITHIN_MS },
    ...(isKey ? { privateKey: secret } : { password: secret }),
    hostVerifier,
  };
}

function isAgreed(key: Buffer, agreed: string): boolean {
  const shown = createHash("sha256").update(key).digest();
  const expected = Buffer.from(agreed, "base64");
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
