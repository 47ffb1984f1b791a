import type { Client } from "@temporalio/client";
import type { BlobStore } from "../platform/blobs.ts";
import { loadConnections } from "../platform/connections.ts";
import type { Database } from "../platform/database.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import type { Keys } from "../platform/keys.ts";
import { openAtStart, readFontsFile } from "../platform/fonts-file.ts";
import { openSeals } from "../platform/seals.ts";
import type { Settings } from "../platform/settings.ts";
import { deriveCodes } from "../records/codes.ts";
import { keepLawInForce } from "../records/law-in-force.ts";
import { openPaperFonts } from "../templates/open-paper-fonts.ts";
import { findSealProblem } from "./case-record/find-seal-problem.ts";
import { findUnprintable } from "./case-record/find-unprintable.ts";
import { readBirthDay } from "./case-record/read-birth-day.ts";
import type { ActivityDeps } from "./index.ts";
import { openRenderPool } from "./papers/render-pool.ts";
import { connectChannels } from "./publication/connect-channels.ts";

/** What a process brings along. */
export interface ProcessParts {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly database: Database;
  readonly encryption: FieldEncryption;
  readonly blobs: BlobStore;
  readonly client: Client;
  /** Told about long work at the start, and about fonts that lack characters. */
  readonly report?: (message: string) => void;
}

/** Puts together what the activities need from outside. */
export async function assembleDeps(parts: ProcessParts): Promise<ActivityDeps> {
  const { settings, keys, database, encryption, blobs, client } = parts;
  const files = readFontsFile(settings);
  const report = parts.report ?? ((): void => undefined);
  const fonts = await openAtStart(() => openPaperFonts({ files, report }));
  const seals = openSeals(settings);
  return {
    database,
    encryption,
    blobs,
    client,
    renderer: openRenderPool({ fonts: { files } }),
    law: keepLawInForce(),
    codes: deriveCodes(keys.partyCodeKey),
    signing: keys.signing,
    seals,
    publicUrl: settings.publicUrl,
    specimen: settings.mode !== "production",
    retry: settings.retry,
    findUnprintable: findUnprintable(fonts, encryption),
    findSealProblem: findSealProblem(seals),
    readBirthDay: readBirthDay(encryption),
    channels: connectChannels({
      ...{ database, encryption, seals, signing: keys.signing, pointSecrets: keys.pointSecrets },
      connections: loadConnections(settings),
      publicUrl: settings.publicUrl,
    }),
  };
}
