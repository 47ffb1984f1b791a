import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, FILE, orNull } from "../schemas/values.ts";
import { checkPaper, identifyPaperFile } from "../use-cases/check-paper.ts";
import { BadInputError } from "../use-cases/faults.ts";
import { remakePaper } from "../use-cases/remake-paper.ts";
import { readPaperFile } from "../use-cases/read-paper-file.ts";
import { actorOf, fileHeaders, type RouteApp } from "./route-app.ts";

const CHECK = Type.Object({
  code: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  authorityName: Type.String(),
  issuedOn: DAY,
  state: Type.Enum(["valid", "annulled", "replaced"]),
  renderHash: orNull(Type.String()),
  fileHash: orNull(Type.String()),
});

/** The files of papers, and the check that anybody can make of one. */
export function addPaperRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/papers/:paperId/file",
    {
      schema: {
        tags: ["文书"],
        summary: "文书文件（PDF）",
        description:
          "copy=served 为送达当事人的一份，copy=file 为存档的一份；当事人只能取得已送达本人的文书",
        security: SIGNED_IN,
        params: Type.Object({ paperId: Type.String({ minLength: 1, maxLength: 300 }) }),
        querystring: Type.Object(
          { copy: Type.Optional(Type.Enum(["served", "file"])) },
          { additionalProperties: false },
        ),
        response: {
          200: FILE("application/pdf", "文书"),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const copy = request.query.copy ?? "served";
      const file = await readPaperFile(deps, actorOf(request), request.params.paperId, copy);
      return reply.headers(fileHeaders(file.fileName)).type(file.mediaType).send(file.bytes);
    },
  );
  app.get(
    "/api/paper-checks/:code",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "文书核验",
        params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }),
        response: { 200: CHECK, ...problems(400, 404, 429) },
      },
    },
    async (request) => checkPaper(deps, request.params.code),
  );
  addFileCheck(app, deps);
  addRemaking(app, deps);
}

const HASH = Type.String({ description: "SHA-256" });

/** An issued paper made again from its data, beside what is on record. */
function addRemaking(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/papers/:paperId/remaking",
    {
      schema: {
        tags: ["文书"],
        summary: "重新制作核对：用制发时的数据和模板版本重新制作，与案卷记录的散列和存档文件比对",
        description:
          "same 为逐字节相同；made-otherwise 为渲染程序、字体或者压缩库已经不同（见 differences）；not-kept 为当时没有存下模板；differs 为不同且无从解释。signature 为存档文件的电子签名是否成立；draft 为签发人所签草稿的校验值与文书数据、案卷是否一致，不经拟稿签发的文书为 null。结果不保存",
        security: SIGNED_IN,
        params: Type.Object({ paperId: Type.String({ minLength: 1, maxLength: 300 }) }),
        response: {
          200: Type.Object({
            outcome: Type.Enum(["same", "made-otherwise", "not-kept", "differs"]),
            recordedHash: HASH,
            fileHash: orNull(HASH),
            remadeHash: orNull(HASH),
            differences: orNull(Type.Array(Type.Enum(["renderer", "fonts", "zlib"]))),
            templateVersion: Type.String(),
            signature: Type.Object({
              state: Type.Enum(["holds", "broken", "none"]),
              signer: Type.Array(Type.String()),
            }),
            draft: orNull(
              Type.Object({
                agrees: Type.Boolean(),
                inPaper: orNull(HASH),
                signedHash: HASH,
                computedHash: HASH,
              }),
            ),
          }),
          ...problems(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const made = await remakePaper(deps, actorOf(request), request.params.paperId);
      const { outcome, recordedHash, fileHash, remadeHash, templateVersion, draft } = made;
      const differences = made.differences === null ? null : [...made.differences];
      const signature = { ...made.signature, signer: [...made.signature.signer] };
      const hashes = { recordedHash, fileHash, remadeHash, templateVersion };
      return { outcome, ...hashes, differences, signature, draft };
    },
  );
}

const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

/** The check of a file itself; the file is looked at and forgotten. */
function addFileCheck(app: RouteApp, deps: AppDeps): void {
  app.post(
    "/api/paper-checks",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "上传文件核验：是不是原件，是哪一份文书（multipart/form-data，字段 file）",
        description:
          "original 为原件；altered 为内容与原件不同的文件，check 是它自称的文书；unknown 为不能识别。文件不保存",
        consumes: ["multipart/form-data"],
        response: {
          200: Type.Object({
            kind: Type.Enum(["original", "altered", "unknown"]),
            check: orNull(CHECK),
          }),
          ...problems(400, 413, 422, 429),
        },
      },
    },
    async (request) => {
      const part = request.isMultipart()
        ? await request.file({ limits: { files: 1, fileSize: LARGEST_FILE_BYTES } })
        : undefined;
      if (part === undefined) {
        throw new BadInputError([{ field: "/file", message: "请以表单字段 file 上传一份文件" }]);
      }
      const found = await identifyPaperFile(deps, await part.toBuffer());
      return { kind: found.kind, check: found.kind === "unknown" ? null : found.check };
    },
  );
}
