import { FileFault } from "./file-fault.ts";
import type { StoredFile } from "./read-parts.ts";

/** The encodings in which tables of authorities come. */
export type TextEncoding = "utf-8" | "gb18030";

/**
 * Finds the encoding of a text file by reading all of it: UTF-8 where every byte fits, else GB18030 (which holds GBK and GB2312). A file
 * that fits neither, or holds what no text holds, is refused.
 */
export async function detectEncoding(file: StoredFile): Promise<TextEncoding> {
  await refuseOtherKinds(file);
  if (await fits(file, "utf-8")) return "utf-8";
  if (await fits(file, "gb18030")) return "gb18030";
  throw new FileFault("文件的编码不能识别：请另存为 UTF-8 或者 GB18030（GBK）编码的 CSV 后再上传");
}

/** The text of a file, piece by piece. */
export async function* readText(file: StoredFile, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of file.read()) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function fits(file: StoredFile, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const text of readText(file, encoding)) {
      if (text.includes("\0")) throw new FileFault("文件含有不属于文本的内容，不是 CSV 文件");
    }
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function refuseOtherKinds(file: StoredFile): Promise<void> {
  for await (const bytes of file.read()) {
    const [first = 0, second = 0] = bytes;
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    if (isUtf16) {
      throw new FileFault("文件是 UTF-16 编码：请另存为 UTF-8 或者 GB18030 编码的 CSV 后再上传");
    }
    return;
  }
}
