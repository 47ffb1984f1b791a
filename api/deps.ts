import type { Authority } from "../domain/authorities/authority.ts";
import type { ServiceAddress } from "../domain/case-file/content.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { CalendarDay } from "../domain/deadlines/calendar-day.ts";
import type { Calendar } from "../domain/deadlines/calendar.ts";
import type { MeasureRow } from "../domain/measures/catalog.ts";
import type { PartyData } from "../domain/masking/profiles.ts";
import type { LawPack } from "../domain/packs/law-pack.ts";
import type { PaperKind, VolumeSheet } from "../domain/papers.ts";
import type { VolumeSubject } from "../domain/volume.ts";
import type { BlobStore } from "../platform/blobs.ts";
import type { DatabaseNews } from "../platform/database-news.ts";
import type { Connections } from "../platform/connections.ts";
import type { Database } from "../platform/database.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import type { Keys } from "../platform/keys.ts";
import type { Logger } from "../platform/logger.ts";
import type { TemporalAccess } from "../platform/temporal.ts";
import type { Codes } from "../records/codes.ts";
import type { LawInForce } from "../records/law-in-force.ts";
import type { Tries } from "./use-cases/tries.ts";

/** What every use-case works with; put together once, in the server's entry. */
export interface AppDeps {
  readonly mode: "demo" | "production";
  /** Address of the system as people reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly database: Database;
  readonly law: LawInForce;
  readonly codes: Codes;
  readonly encryption: FieldEncryption;
  readonly blobs: BlobStore;
  readonly temporal: TemporalAccess;
  readonly points: PointSetup;
  /** Secrets of those who push records of lists that they decide, by list. */
  readonly sourceSecrets: Keys["sourceSecrets"];
  /** Tells when a command was ruled on, by its id. */
  readonly rulings: Pick<DatabaseNews, "waitFor">;
  /** Makes ids of commands from the caller's key, which goes no further. */
  readonly commandIdKey: Uint8Array;
  /** Signs what leaves the system as proof: archives of cases. */
  readonly signing: Keys["signing"];
  readonly drawing: PaperDrawing;
  /** Failed tries at the door. */
  readonly tries: Tries;
  readonly logger: Logger;
}

/** How the connection points are reached, and what signs what goes there. */
export interface PointSetup {
  readonly connections: Connections;
  readonly pointSecrets: Keys["pointSecrets"];
  readonly signing: Keys["signing"];
}

/** What a draft is made from: the case as it stands now. */
export interface DraftSubject {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly calendar: Calendar;
  readonly catalog: readonly MeasureRow[];
  readonly authority: Authority;
  readonly party: PartyData;
  readonly today: CalendarDay;
  /** The confirmed address for service in clear; null where none was confirmed. */
  readonly serviceAddress: ServiceAddress | null;
}

/** An issued paper as it is kept: what it was made from, and its file. */
export interface KeptPaper {
  readonly kind: PaperKind;
  readonly data: unknown;
  /** Its template as it stood then, as it was kept; null where it was not. */
  readonly template: string | null;
  readonly templateVersion: string;
  readonly madeWith: unknown;
  readonly file: Uint8Array;
}

/** A paper made again: hashes without the signature, and what is another thing now; null where it is not known any more how it was made. */
export interface RemadeView {
  readonly renderHash: string;
  readonly fileHash: string;
  readonly differences: readonly ("renderer" | "fonts" | "zlib")[] | null;
}

/** One block of a paper's words, in reading order. */
export interface PaperWords {
  readonly kind: string;
  readonly text: string;
  readonly level?: number;
  readonly label?: string;
  readonly lines?: readonly string[];
}

/** A draft as a file, or what is still missing from it, in Chinese. */
export type DrawnDraft =
  | { readonly kind: "drawn"; readonly bytes: Uint8Array; readonly words: readonly PaperWords[] }
  | {
      readonly kind: "incomplete";
      readonly missing: string;
      /** Titles of the sections that are still empty. */
      readonly sections: readonly string[];
    };

/** A sheet of a volume as a file, or what is still missing from it, in Chinese. */
export type DrawnSheet =
  | { readonly kind: "drawn"; readonly bytes: Uint8Array }
  | { readonly kind: "incomplete"; readonly missing: string };

/** The way to the templates: use-cases know no fonts and no layout. */
export interface PaperDrawing {
  readonly drawDraft: (kind: PaperKind, subject: DraftSubject) => Promise<DrawnDraft>;
  /** The sheets that bind a case into a volume, each a file or what it still lacks. */
  readonly drawVolume: (
    subject: VolumeSubject,
  ) => Promise<Readonly<Record<VolumeSheet, DrawnSheet>>>;
  /** The words of an issued paper from its canonical data and its template as it was kept; the one of today where none was. */
  readonly composeWords: (
    kind: PaperKind,
    data: unknown,
    template: string | null,
  ) => readonly PaperWords[];
  /** Makes an issued paper again; null where its template is not known any more. */
  readonly remake: (paper: KeptPaper) => Promise<RemadeView | null>;
}
