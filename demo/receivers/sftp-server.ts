import { createHash, generateKeyPairSync } from "node:crypto";
import {
  closeSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import ssh2, { type Connection, type SFTPWrapper } from "ssh2";

const { Server, utils } = ssh2;
const { STATUS_CODE, flagsToString } = utils.sftp;

/** An SFTP server over one folder, as a receiving site runs it. */
export interface SftpServer {
  readonly port: number;
  /** SHA-256 of the host key, base64. */
  readonly hostKey: string;
  readonly close: () => Promise<void>;
}

/** Starts a server that lets one user in with any of the passwords. */
export async function startSftpServer(
  folder: string,
  username: string,
  passwords: readonly string[],
): Promise<SftpServer> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const parsed = utils.parseKey(pem);
  if (parsed instanceof Error) throw parsed;
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [pem] }, (client) => {
    connections.add(client);
    // As servers of this kind do; the library's types leave it out.
    (client as Connection & { setNoDelay: (isOn: boolean) => void }).setNoDelay(true);
    client.on("close", () => connections.delete(client));
    client.on("error", () => undefined);
    client.on("authentication", (context) => {
      const isLetIn =
        context.method === "password" &&
        context.username === username &&
        passwords.includes(context.password);
      if (isLetIn) context.accept();
      else context.reject(["password"]);
    });
    client.on("session", (accept) => {
      accept().on("sftp", (acceptSftp) => {
        serve(acceptSftp(), folder);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    port,
    hostKey: createHash("sha256").update(parsed.getPublicSSH()).digest("base64"),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const connection of connections) connection.end();
      }),
  };
}

/** Every path means a file of that name in the folder. */
function serve(sftp: SFTPWrapper, folder: string): void {
  const at = (path: string): string => join(folder, basename(path));
  const done = (id: number, work: () => void): void => {
    try {
      work();
      sftp.status(id, STATUS_CODE.OK);
    } catch (error) {
      sftp.status(id, codeOf(error));
    }
  };
  sftp.on("OPEN", (id, path, flags) => {
    try {
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(openSync(at(path), flagsToString(flags) ?? "r"));
      sftp.handle(id, handle);
    } catch (error) {
      sftp.status(id, codeOf(error));
    }
  });
  sftp.on("WRITE", (id, handle, offset, data) => {
    done(id, () => {
      writeWhole(handle.readUInt32BE(), data, offset);
    });
  });
  sftp.on("READ", (id, handle, offset, length) => {
    const bytes = Buffer.alloc(length);
    const count = readSync(handle.readUInt32BE(), bytes, 0, length, offset);
    if (count === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, bytes.subarray(0, count));
  });
  sftp.on("CLOSE", (id, handle) => {
    done(id, () => {
      closeSync(handle.readUInt32BE());
    });
  });
  sftp.on("RENAME", (id, from, to) => {
    done(id, () => {
      renameSync(at(from), at(to));
    });
  });
  sftp.on("REMOVE", (id, path) => {
    done(id, () => {
      unlinkSync(at(path));
    });
  });
  const tell = (id: number, look: () => { mode: number; size: number }): void => {
    try {
      const { mode, size } = look();
      sftp.attrs(id, { mode, size, uid: 0, gid: 0, atime: 0, mtime: 0 });
    } catch (error) {
      sftp.status(id, codeOf(error));
    }
  };
  sftp.on("STAT", (id, path) => {
    tell(id, () => statSync(at(path)));
  });
  sftp.on("FSTAT", (id, handle) => {
    tell(id, () => fstatSync(handle.readUInt32BE()));
  });
}

/** A system that is running out of room takes a part first and refuses the rest. */
function writeWhole(file: number, data: Buffer, offset: number): void {
  for (let at = 0; at < data.length;) {
    at += writeSync(file, data, at, data.length - at, offset + at);
  }
}

function codeOf(error: unknown): number {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE;
}
