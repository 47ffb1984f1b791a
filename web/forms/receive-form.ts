import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { AppDeps } from "../../api/deps.ts";
import { BadInputError } from "../../api/use-cases/faults.ts";
import { keepUpload } from "../../api/use-cases/keep-upload.ts";
import { LARGEST_FILE_BYTES } from "../components/file-field.tsx";
import type { FieldError } from "./form-check.ts";
import type { FormInput, KeptUpload } from "./form-input.ts";

/** A file as it was handed in with a form, not yet kept. */
export interface HandedFile {
  readonly field: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Files that came with a form. */
    handedFiles: readonly HandedFile[];
  }
}

const MOST_FILES = 10;

/**
 * Reads a form with files before its token is checked: texts become the body, as with any other form; files wait in memory
 * and are kept only once the token has proven right.
 */
export async function receiveFiles(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (!request.isMultipart()) return;
  const body: Record<string, string[]> = {};
  const files: HandedFile[] = [];
  for await (const part of request.parts({
    limits: { files: MOST_FILES, fileSize: LARGEST_FILE_BYTES, fields: 400, fieldSize: 65_536 },
  })) {
    if (part.type === "file") {
      const bytes = await part.toBuffer();
      const { fieldname, filename, mimetype } = part;
      if (filename !== "" && bytes.length > 0) {
        files.push({ field: fieldname, fileName: filename, mediaType: mimetype, bytes });
      }
    } else {
      (body[part.fieldname] ??= []).push(String(part.value));
    }
  }
  request.handedFiles = files;
  request.body = flatten(body);
}

/** The way form bodies look everywhere: one text, or several. */
function flatten(body: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(body).map(([name, texts]) => [
      name,
      texts.length === 1 ? (texts[0] ?? "") : texts,
    ]),
  );
}

/** A form as it came, and which of its files could not be taken. */
export interface ReceivedForm {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

/** What was typed, chosen and handed in; files are kept now, those of an earlier try stay. */
export async function readForm(deps: AppDeps, request: FastifyRequest): Promise<ReceivedForm> {
  const texts = readTexts(request);
  const uploads = new Map<string, readonly KeptUpload[]>();
  for (const [name, values] of texts) {
    if (name.endsWith(".kept")) uploads.set(name.slice(0, -".kept".length), values.map(parseKept));
  }
  const fresh = new Map<string, readonly KeptUpload[]>();
  const errors: FieldError[] = [];
  const { person, handedFiles } = request;
  if (person === null) return { input: { texts, uploads }, errors };
  for (const file of handedFiles) {
    const kept = await keepFile(deps, person.actor, file);
    if ("message" in kept) errors.push(kept);
    else fresh.set(file.field, [...(fresh.get(file.field) ?? []), kept]);
  }
  return { input: { texts, uploads: new Map([...uploads, ...fresh]) }, errors };
}

async function keepFile(
  deps: AppDeps,
  actor: Actor,
  { field, fileName, mediaType, bytes }: HandedFile,
): Promise<KeptUpload | FieldError> {
  try {
    const kept = await keepUpload(deps, actor, { fileName, mediaType, bytes });
    return { uploadId: kept.uploadId, fileName: kept.fileName };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return { field, message: error.errors[0]?.message ?? "不能收取这个文件" };
  }
}

/** Texts of a form, each name with all its values. */
export function readTexts(request: FastifyRequest): ReadonlyMap<string, readonly string[]> {
  const { body } = request;
  if (typeof body !== "object" || body === null) return new Map();
  const entries = Object.entries(body).map(([name, value]): [string, readonly string[]] => [
    name,
    (Array.isArray(value) ? value : [value]).map(String),
  ]);
  return new Map(entries);
}

function parseKept(text: string): KeptUpload {
  const [uploadId = "", ...rest] = text.split("|");
  return { uploadId, fileName: rest.join("|") };
}
