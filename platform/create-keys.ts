import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { createKeysFile } from "./keys.ts";
import { runToExit } from "./run-to-exit.ts";
import { StartFault } from "./start-fault.ts";

// npm run keys -- FILE: makes the keys of a new installation.
await runToExit(() => {
  const named = process.argv[2];
  if (!named)
    throw new StartFault("请写明密钥文件的路径：npm run keys -- /安全的/位置/keys.json。");
  const file = resolve(named);
  if (existsSync(file)) throw new StartFault(`文件 ${file} 已存在，未作改动。`);
  createKeysFile(file);
  console.log(`已建立密钥文件 ${file}。请立即备份：丢失它，加密的个人信息就无法再读取。`);
  return Promise.resolve();
});
