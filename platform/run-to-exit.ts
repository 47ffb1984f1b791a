import { explainFault } from "./fault-sentences.ts";

/** Runs a command of the terminal: what goes wrong is said in sentences, and the exit code says that it did. */
export async function runToExit(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(`✗ ${explainFault(error)}`);
    process.exitCode = 1;
  }
}
