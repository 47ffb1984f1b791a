import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSignature } from "../../platform/signing/read-signature.ts";
import type { MadePaper, MadePapers } from "./make-papers.ts";
import { run } from "./run.ts";

/** Poppler says that the signature holds and covers the whole file; after one changed byte it says that it does not. */
export function checkSignature({ file, signedBy }: MadePaper): string | null {
  const said = run("pdfsig", ["-nocert", file]).text;
  if (signedBy === null) return /does not contain any signatures/.test(said) ? null : said.trim();
  if (signedBy === "SM2") return checkOwn(file); // Poppler does not know the algorithm
  if (!/Signature Validation: Signature is Valid/.test(said)) return said.trim();
  if (!/Total document signed/.test(said)) return "签名没有覆盖整个文件";
  if (!/Signature Type: ETSI\.CAdES\.detached/.test(said)) return "签名不是 PAdES";
  const changed = readFileSync(file);
  const at = changed.lastIndexOf("stream", Math.trunc(changed.length / 2)) + 40;
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  const changedFile = `${file}.changed`;
  writeFileSync(changedFile, changed);
  const again = run("pdfsig", ["-nocert", changedFile]).text;
  return /Signature is Valid/.test(again) ? "改动一个字节后签名仍然有效" : null;
}

function checkOwn(file: string): string | null {
  const read = readSignature(readFileSync(file));
  const holds = read?.coversWholeFile === true && read.digestMatches && read.valueMatches;
  return holds ? null : "签名不成立";
}

/** OpenSSL takes the signature apart by CAdES and proves the chain up to the root. */
export function checkCades(paper: MadePaper, rootFile: string): string | null {
  const bytes = readFileSync(paper.file);
  const range = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(bytes.toString("latin1"));
  const [from, until] = [Number(range?.[1]), Number(range?.[2])];
  const padded = Buffer.from(bytes.toString("latin1", from + 1, until - 1), "hex");
  const [cms, content] = [`${paper.file}.cms`, `${paper.file}.content`];
  writeFileSync(cms, padded.subarray(0, 4 + padded.readUInt16BE(2)));
  writeFileSync(content, Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)]));
  const args = ["-inform", "DER", "-in", cms, "-content", content, "-binary", "-CAfile", rootFile];
  const done = run("openssl", [
    "cms",
    "-verify",
    "-cades",
    ...args,
    "-purpose",
    "any",
    "-out",
    "/dev/null",
  ]);
  return done.ok ? null : done.text.trim();
}

/** OpenSSL proves an SM2 certificate and what its key signed, both under the standard user id. */
export function checkSm2({ sm2 }: MadePapers, folder: string): string | null {
  const id = "distid:1234567812345678";
  const chain = run("openssl", ["verify", "-CAfile", sm2.rootFile, "-vfyopt", id, sm2.ownFile]);
  if (!chain.ok) return chain.text.trim();
  const [bytes, value, key] = ["bytes", "value", "key"].map((name) => join(folder, `sm2.${name}`));
  if (bytes === undefined || value === undefined || key === undefined) return null;
  writeFileSync(bytes, sm2.signed.bytes);
  writeFileSync(value, sm2.signed.value);
  writeFileSync(key, run("openssl", ["x509", "-in", sm2.ownFile, "-pubkey", "-noout"]).bytes);
  const verify = ["pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-digest", "sm3"];
  const args = [...verify, "-pkeyopt", id, "-in", bytes, "-sigfile", value];
  const done = run("openssl", args);
  return done.ok && /Verified Successfully/.test(done.text) ? null : done.text.trim();
}
