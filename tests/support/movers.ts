import { ROLES, type Actor } from "../../domain/case-file/actor.ts";
import { ACTORS, official } from "./case-world.ts";

/** Accounts with one role, and colleagues with several: separate hands must hold against them too. */
export const MOVERS: readonly Actor[] = [
  ACTORS["case-officer"],
  ACTORS["legal-reviewer"],
  ACTORS.head,
  ACTORS.party,
  ACTORS["legal-officer"],
  ACTORS.supervisor,
  official("jack-of-all-trades", ["case-officer", "legal-reviewer", "head"]),
  official("second-jack", ["head", "legal-reviewer", "case-officer"]),
  official(
    "everything",
    ROLES.filter((role) => role !== "party" && role !== "system"),
  ),
];
