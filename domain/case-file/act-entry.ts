import type { PartyKind } from "../parties/party.ts";
import type { Role } from "./actor.ts";
import type { Stage } from "./stages.ts";
import type { CaseFile } from "./state.ts";

/** Who may do an act, and where in the procedure it belongs. */
export interface ActEntry {
  /** What the button says. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly stages: readonly Stage[];
  /** Done whenever there is a reason for it, and awaited in no stage (不限环节); absent: it belongs to its stages. */
  readonly anyTime?: true;
  /** The only kind of party that the act is for; absent: every kind. */
  readonly partyKind?: PartyKind;
  /** Whether there is something that the act takes back; absent: it takes nothing back. */
  readonly hasObject?: (file: CaseFile) => boolean;
}
