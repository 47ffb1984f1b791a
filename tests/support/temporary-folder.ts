import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onTestFinished } from "vitest";

/** A folder for one test, removed after it. Its name holds a blank and Chinese, as folders of real people do. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mingdan 测试-"));
  // The database runs under another user when the tests run as root.
  chmodSync(folder, 0o711);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
