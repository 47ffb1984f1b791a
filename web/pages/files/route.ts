import type { FastifyInstance, FastifyReply } from "fastify";
import { drawVolumeSheet } from "../../../api/use-cases/case-volume.ts";
import { exportArchive } from "../../../api/use-cases/export-archive.ts";
import { ConflictError, NotFoundError } from "../../../api/use-cases/faults.ts";
import { previewPaper } from "../../../api/use-cases/preview-paper.ts";
import { readPaperFile } from "../../../api/use-cases/read-paper-file.ts";
import { readEvidence } from "../../../api/use-cases/read-upload.ts";
import { isPaperKind, isVolumeSheet } from "../../../domain/papers.ts";
import { draftFileName } from "../../layout/draft-file-name.ts";
import { pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson, requirePerson } from "../../layout/require-person.ts";

/** A file on its way to a person. */
interface SentFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Papers, drafts, evidence and archives as files. */
export function registerFiles(app: FastifyInstance, deps: WebDeps): void {
  app.get("/papers/:paperId/file", async (request, reply) => {
    const { actor } = requirePerson(request, "/portal");
    const copy = actor.partyCaseId === null ? "file" : "served";
    const file = await readPaperFile(deps.app, actor, pathText(request, "paperId"), copy);
    return sendFile(reply, file, "inline");
  });
  app.get("/papers/:paperId/served-file", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const file = await readPaperFile(deps.app, actor, pathText(request, "paperId"), "served");
    return sendFile(reply, file, "inline");
  });
  app.get("/cases/:caseId/evidence/:evidenceId", async (request, reply) => {
    const { actor } = requirePerson(request);
    const [caseId, evidenceId] = [pathText(request, "caseId"), pathText(request, "evidenceId")];
    return sendFile(reply, await readEvidence(deps.app, actor, caseId, evidenceId), "attachment");
  });
  app.get("/cases/:caseId/archive", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const archive = await exportArchive(deps.app, actor, pathText(request, "caseId"));
    return sendFile(reply, { ...archive, mediaType: "application/zip" }, "attachment");
  });
  app.get("/cases/:caseId/volume/:sheet", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const sheet = pathText(request, "sheet");
    if (!isVolumeSheet(sheet)) throw new NotFoundError("no such sheet");
    const file = await drawVolumeSheet(deps.app, actor, pathText(request, "caseId"), sheet);
    return sendFile(reply, file, "inline");
  });
  registerDrafts(app, deps);
}

function registerDrafts(app: FastifyInstance, deps: WebDeps): void {
  app.get("/cases/:caseId/drafts/:kind", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const kind = pathText(request, "kind");
    if (!isPaperKind(kind)) throw new NotFoundError("no such kind of paper");
    const drawn = await previewPaper(deps.app, actor, pathText(request, "caseId"), kind);
    if (drawn.kind === "incomplete") throw new ConflictError(drawn.missing);
    const { bytes, title } = drawn;
    const fileName = draftFileName(title);
    return sendFile(reply, { bytes, fileName, mediaType: "application/pdf" }, "inline");
  });
}

/** What people handed in is never opened in our own name: it is saved, not shown. */
function sendFile(
  reply: FastifyReply,
  file: SentFile,
  disposition: "inline" | "attachment",
): FastifyReply {
  const name = encodeURIComponent(file.fileName);
  return reply
    .header("content-disposition", `${disposition}; filename*=UTF-8''${name}`)
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .type(file.mediaType)
    .send(Buffer.from(file.bytes));
}
