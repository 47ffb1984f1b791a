import { ensurePython } from "../tests/support/python.ts";

// Packages that the tests of the verifier and of the open data need; run before the tests, so that a failure has its own line.
console.log(`python: ${ensurePython()}`);
