import type { Authority } from "../../domain/authorities/authority.ts";
import type { CommandKind } from "../../domain/case-file/commands.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { r55SealInForce } from "../../domain/rules/decision/r55-seal-in-force.ts";
import { SealError } from "../../platform/seal-error.ts";
import type { Seals } from "../../platform/seals.ts";

/** Looks up, for the acts that want it, what keeps an authority's seal from being used at a moment; null where nothing does. */
export function findSealProblem(seals: Seals) {
  return async (authority: Authority, kind: CommandKind, at: Date): Promise<string | null> => {
    if (!r55SealInForce.acts.includes(kind)) return null;
    try {
      await seals.findSigner({ authority, day: dayOf(at), moments: [at] });
      return null;
    } catch (error) {
      if (error instanceof SealError) return error.problem;
      throw error;
    }
  };
}
