import type { Citation } from "../../law/citation.ts";
import type { WorkingHours } from "./working-hours.ts";

/** Who reads what a point gets (受众): everybody, public bodies, lenders through a public platform, or those who carry out measures. */
export type Audience = "public" | "public-bodies" | "financial" | "implementers";

/** How a form travels (传输方式). Which one an installation uses for a point is configuration; a point names its usual one. */
export const CARRIERS = ["own-register", "http-push", "file-drop", "pull"] as const;
export type Carrier = (typeof CARRIERS)[number];

/** How a file is laid out (文件版式): the columns of a list (名单), or those of administrative penalties (双公示 `CF_*`). */
export const FILE_LAYOUTS = ["list", "penalty"] as const;
export type FileLayout = (typeof FILE_LAYOUTS)[number];

/** What proves that a point has a version (接收证明). */
export type ProofOfReceipt = "own-row" | "signed-receipt" | "receipt-file" | "acknowledged-cursor";

/** Parts of a record that a point can go without (不提供的内容). */
export type WithheldPart = "measures" | "removal-terms" | "remedies" | "basis-documents";

/** A place that the rules name, and all that is particular to it (对接点). */
export interface ConnectionPoint {
  /** As people call it. */
  readonly title: string;
  readonly citation: Citation;
  readonly audience: Audience;
  /** Rank in which points are served, woken and listed; 1 comes first. */
  readonly order: number;
  readonly carrier: Carrier;
  readonly proof: ProofOfReceipt;
  /** Layout of its files, where it takes files. */
  readonly layout: FileLayout;
  readonly withheld: readonly WithheldPart[];
  /** When it takes anything but removals; null: always. */
  readonly hours: WorkingHours | null;
}
