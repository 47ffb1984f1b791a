import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { openBlobStore } from "../platform/blobs.ts";
import { loadConnections } from "../platform/connections.ts";
import { listenToDatabase } from "../platform/database-news.ts";
import { closeDatabase, openDatabase } from "../platform/database.ts";
import { createFieldEncryption } from "../platform/encryption.ts";
import { openAtStart, readFontsFile } from "../platform/fonts-file.ts";
import type { Keys } from "../platform/keys.ts";
import type { Logger } from "../platform/logger.ts";
import type { Settings } from "../platform/settings.ts";
import { StartFault } from "../platform/start-fault.ts";
import { openTemporal } from "../platform/temporal.ts";
import { deriveCodes } from "../records/codes.ts";
import { keepLawInForce } from "../records/law-in-force.ts";
import { prepareDatabase } from "../records/prepare-database.ts";
import { composePaper } from "../templates/compose/compose-paper.ts";
import { composeVolume } from "../templates/compose/volume.ts";
import { openPaperFonts } from "../templates/open-paper-fonts.ts";
import { MissingGlyphError } from "../templates/fonts/missing-glyphs.ts";
import type { MadeWith } from "../templates/made-with.ts";
import { composeWith } from "../templates/papers/compose-text.ts";
import type { PaperDataByKind } from "../templates/papers/data-by-kind.ts";
import type { CommonPaperData } from "../templates/papers/paper-data.ts";
import {
  openTemplate,
  type Template,
  templateOf,
  type TemplateSource,
} from "../templates/papers/template.ts";
import { remakePaper } from "../templates/remake.ts";
import { composeText, IncompletePaperError, renderPaper } from "../templates/render.ts";
import { registerPages } from "../web/register-pages.ts";
import { buildApp } from "./app.ts";
import type { AppDeps, DrawnDraft, DrawnSheet, PaperDrawing } from "./deps.ts";
import { countTries } from "./use-cases/tries.ts";
import type { PaperKind, VolumeSheet } from "../domain/papers.ts";

/** The app with everything it holds open. */
export interface OpenedApp {
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  readonly close: () => Promise<void>;
}

/** Puts the HTTP process together. Temporal may be away: acts are kept without it. */
export async function openApp(settings: Settings, keys: Keys, logger: Logger): Promise<OpenedApp> {
  if (settings.databaseUrl === null) throw new StartFault("请先设置 DATABASE_URL。");
  const database = openDatabase(settings.databaseUrl, {
    onConnectionError: (error) => {
      logger.warn({ err: error }, "a database connection broke");
    },
  });
  await prepareDatabase(database, settings);
  const temporal = openTemporal(settings);
  const rulings = listenToDatabase(settings.databaseUrl, "command_ruled");
  const encryption = createFieldEncryption(keys);
  const deps: AppDeps = {
    database,
    temporal,
    rulings,
    encryption,
    logger,
    mode: settings.mode,
    publicUrl: settings.publicUrl,
    law: keepLawInForce(),
    codes: deriveCodes(keys.partyCodeKey),
    points: {
      connections: loadConnections(settings),
      pointSecrets: keys.pointSecrets,
      signing: keys.signing,
    },
    sourceSecrets: keys.sourceSecrets,
    blobs: openBlobStore(join(settings.dataFolder, "blobs"), encryption),
    commandIdKey: keys.commandIdKey,
    signing: keys.signing,
    drawing: await openDrawing(settings),
    tries: countTries(),
  };
  const app = await buildApp(deps, {
    sessionSecret: keys.sessionSecret,
    addPages: registerPages,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await temporal.close();
    await rulings.close();
    await closeDatabase(database);
  };
  return { app, deps, close };
}

/** The templates behind their port. Fonts are read when the first draft is drawn; those that an authority named are looked at before. */
export async function openDrawing(
  settings: Pick<Settings, "mode" | "publicUrl" | "fontsFile">,
): Promise<PaperDrawing> {
  const files = readFontsFile(settings);
  const open = () => openAtStart(() => openPaperFonts({ files }));
  let fonts: ReturnType<typeof openPaperFonts> | null = null;
  if (Object.keys(files).length > 0) fonts = Promise.resolve(await open());
  const specimen = settings.mode !== "production";
  const portalUrl = `${settings.publicUrl}/portal`;
  return {
    async drawDraft(kind, subject) {
      fonts ??= open();
      const about = {
        number: null,
        issuedOn: null,
        issuedBy: null,
        checkUrl: null,
        portalUrl,
        specimen,
      };
      const code = { shown: "none", text: null } as const;
      const whole = { ...subject, ...about, code };
      const data = composePaper(kind, whole);
      return drawOrExplain(await fonts, kind, data);
    },
    async drawVolume(subject) {
      fonts ??= open();
      const [opened, data] = [await fonts, composeVolume(subject, specimen)];
      const draw = (sheet: VolumeSheet) => drawSheet(opened, sheet, data[sheet]);
      return {
        "volume-cover": draw("volume-cover"),
        "volume-contents": draw("volume-contents"),
        "volume-remarks": draw("volume-remarks"),
      };
    },
    composeWords: (kind, data, kept) => composeIssued(openKept(kind, kept), data),
    async remake(paper) {
      const { kind, data, template, templateVersion, file } = paper;
      const source = openKept(kind, template).source;
      if (template === null && templateVersion !== templateOf(kind).version) return null;
      fonts ??= open();
      const madeWith = paper.madeWith as MadeWith | null; // written by describeMaking
      const issued = { kind, data: data as CommonPaperData, template: source, madeWith, file };
      return remakePaper(await fonts, issued);
    },
  };
}

function drawOrExplain<Kind extends PaperKind>(
  fonts: Awaited<ReturnType<typeof openPaperFonts>>,
  kind: Kind,
  data: PaperDataByKind[Kind],
): DrawnDraft {
  try {
    const { bytes } = renderPaper(fonts, kind, data, { draft: true });
    return { kind: "drawn", bytes, words: composeText(kind, data).blocks };
  } catch (error) {
    return explain(error);
  }
}

function drawSheet<Sheet extends VolumeSheet>(
  fonts: Awaited<ReturnType<typeof openPaperFonts>>,
  sheet: Sheet,
  data: PaperDataByKind[Sheet],
): DrawnSheet {
  try {
    return { kind: "drawn", bytes: renderPaper(fonts, sheet, data, { draft: false }).bytes };
  } catch (error) {
    return explain(error);
  }
}

/** What is missing, where that is why nothing was drawn; any other error is a fault. */
function explain(error: unknown) {
  const isExplained = error instanceof IncompletePaperError || error instanceof MissingGlyphError;
  if (!isExplained) throw error;
  const sections = error instanceof IncompletePaperError ? error.sections : [];
  const titles = sections.map((section) => section.title);
  return { kind: "incomplete", missing: error.message, sections: titles } as const;
}

/** The template that a paper was made from, as it was kept; that of today for those that were made before templates were kept. */
function openKept(kind: PaperKind, kept: string | null): Template {
  if (kept === null) return templateOf(kind);
  return openTemplate(kind, JSON.parse(kept) as TemplateSource); // kept by us, under its hash
}

/** The data of an issued paper was composed for its template, and has been sealed ever since. */
function composeIssued(template: Template, data: unknown) {
  return composeWith(template, data as CommonPaperData).blocks;
}
