import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN, SIGNED_IN_ON_PURPOSE } from "../plugins/openapi.ts";
import { problems } from "../schemas/problem.ts";
import { FILE, UUID } from "../schemas/values.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { keepUpload, LARGEST_UPLOAD_BYTES } from "../use-cases/keep-upload.ts";
import { readUpload } from "../use-cases/read-upload.ts";
import { actorOf, fileHeaders, onPurpose, type RouteApp } from "./route-app.ts";

const TAGS = ["材料"];

const UPLOAD = Type.Object({
  uploadId: UUID,
  fileName: Type.String(),
  mediaType: Type.String(),
  byteCount: Type.Integer(),
  sha256: Type.String(),
});

/** Handing in files, to be referred to in acts. */
export function addUploadRoutes(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/uploads",
    {
      ...onPurpose(app),
      schema: {
        tags: TAGS,
        summary: "上传一份材料（multipart/form-data，字段 file，最大 20 MB）",
        description: "接受 PDF、PNG、JPG、TXT、DOCX；办理动作以 uploadId 引用",
        consumes: ["multipart/form-data"],
        security: SIGNED_IN_ON_PURPOSE,
        response: { 201: UPLOAD, ...problems(400, 401, 403, 413, 422, 503) },
      },
    },
    async (request, reply) => {
      const part = request.isMultipart()
        ? await request.file({ limits: { files: 1, fileSize: LARGEST_UPLOAD_BYTES } })
        : undefined;
      if (part === undefined) {
        throw new BadInputError([{ field: "/file", message: "请以表单字段 file 上传一份文件" }]);
      }
      const bytes = await part.toBuffer();
      const { filename: fileName, mimetype: mediaType } = part;
      const kept = await keepUpload(deps, actorOf(request), { fileName, mediaType, bytes });
      return reply.code(201).send(kept);
    },
  );
  app.get(
    "/api/uploads/:uploadId",
    {
      schema: {
        tags: TAGS,
        summary: "本人上传的材料",
        security: SIGNED_IN,
        params: Type.Object({ uploadId: UUID }),
        response: {
          200: FILE("application/octet-stream", "材料"),
          ...problems(400, 401, 404),
        },
      },
    },
    async (request, reply) => {
      const file = await readUpload(deps, actorOf(request), request.params.uploadId);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
}
