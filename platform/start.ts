import { runStart } from "./start-command.ts";

// npm start: everything in one command; Ctrl-C ends all of it.
await runStart();
