import { execFileSync } from "node:child_process";

/**
 * Has the system refuse whatever this process writes to a disk from now on, beyond the first byte of a file (RLIMIT_FSIZE). The database
 * and Temporal run in processes of their own and go on. Answers with the way back.
 */
export function fillDisk(): () => void {
  limitFiles("1");
  return () => {
    limitFiles("unlimited");
  };
}

function limitFiles(bytes: string): void {
  execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:`]);
}
