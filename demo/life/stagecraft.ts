import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Expectations } from "./findings.ts";
import type { OpenedParty } from "./matter.ts";
import type { People } from "./people.ts";
import type { Timeline } from "./timeline.ts";

/** What every part of the scenario works with. */
export interface Stagecraft {
  readonly url: string;
  readonly people: People;
  readonly timeline: Timeline;
  readonly expect: Expectations;
  readonly company: OpenedParty;
  readonly representative: OpenedParty;
  readonly manager: OpenedParty;
  readonly moveTo: (day: string) => Promise<void>;
  readonly look: (party: OpenedParty) => Promise<CaseFile>;
}

/** The last day of a clock of a case. */
export function endOf(file: CaseFile, termId: string, setting = 0): string | undefined {
  return file.deadlines.filter((each) => each.termId === termId)[setting]?.endsOn;
}
