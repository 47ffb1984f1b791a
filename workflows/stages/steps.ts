/** What the system can do by itself for a case. Each does all that is open of its kind, and nothing if nothing is. */
export interface Steps {
  /** Renders the papers that acts have issued, and keeps their bytes. */
  readonly makePapers: () => Promise<void>;
  /** Makes the newest record of the listing and sends it, or its removal, on its way to every channel. */
  readonly publish: () => Promise<void>;
}
