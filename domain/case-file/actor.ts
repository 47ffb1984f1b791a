/** Who can act in the system (角色). `system` is the authority's standing authorization, never a person. */
export const ROLES = [
  "case-officer",
  "legal-reviewer",
  "legal-officer",
  "head",
  "supervisor",
  "auditor",
  "administrator",
  "party",
  "system",
] as const;

export type Role = (typeof ROLES)[number];

/** The person behind an act: an account of an authority, or a party that opened its own case file. */
export interface Actor {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** Null for parties, and for the supervisor, who stands above the authorities. */
  readonly authorityId: string | null;
  /** Roles held only for somebody else, and for whom (代理); absent for most. */
  readonly deputyFor?: Readonly<Partial<Record<Role, string>>>;
  /** The one case file that a party may see; null for officials. */
  readonly partyCaseId: string | null;
}

/** What an event keeps of its actor: no name, only the account and the role that was used. */
export interface ActorRef {
  readonly userId: string;
  readonly role: Role;
  /** The account whose place was taken, where the role was held as a deputy. */
  readonly deputyFor?: string;
}

/** The standing authorization under which the system itself acts (系统依授权办理). */
export const SYSTEM_ACTOR: Actor = {
  userId: "system",
  roles: ["system"],
  authorityId: null,
  partyCaseId: null,
};
