import type { Person } from "../../api/use-cases/person.ts";

/** What every page needs to know besides its own content. */
export interface PageContext {
  readonly person: Person | null;
  /** Proves that a form was filled in on a page of ours. */
  readonly csrfToken: string;
  /** Where we are, without the query. */
  readonly path: string;
  readonly mode: "demo" | "production";
  /** The case clock in the demonstration; null in production, where it is everybody's own clock. */
  readonly demoNow: Date | null;
  /** What was just done, to be said at the head of the page. */
  readonly done: string | null;
  /** The page's script and style under addresses that change with their content. */
  readonly assets: { readonly style: string; readonly fonts: string; readonly script: string };
}
