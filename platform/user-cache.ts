import { homedir } from "node:os";
import { join } from "node:path";

/** The user's cache for things that can be fetched or built again, outside every clone: `~/.cache/mingdan`. */
export function userCacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"), "mingdan");
}
