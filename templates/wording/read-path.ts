/** What a value holds under a name of its own; undefined where it has none, or is no object. */
export function readProperty(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name) as unknown; // Reflect.get is typed any; unknown is the honest reading
}

/** What a value holds at the end of a path: `party.name`, `facts.0`. */
export function readPath(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) found = readProperty(found, name);
  return found;
}

/** The first name of a path. */
export function rootOf(path: string): string {
  const end = path.indexOf(".");
  return end < 0 ? path : path.slice(0, end);
}
