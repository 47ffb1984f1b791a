/** The SQLSTATE of a failed query (`"23505"`), wherever the query builder has put it; null for other errors. */
export function sqlStateOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && /^[0-9A-Z]{5}$/.test(at.code))
      return at.code;
  }
  return null;
}

/** The name of the constraint a query broke; null when it broke none. */
export function brokenConstraintOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("constraint" in at && typeof at.constraint === "string") return at.constraint;
  }
  return null;
}
