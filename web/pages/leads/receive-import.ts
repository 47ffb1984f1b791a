import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  keepLeadImport,
  LARGEST_IMPORT_BYTES,
  type KeptImport,
} from "../../../api/use-cases/keep-lead-import.ts";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import type { WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";

/**
 * Takes on a file from the form as it comes, without holding the whole of it. The token stands before the file in the form and is
 * checked before the first byte of the file is kept.
 */
export async function receiveImport(
  app: FastifyInstance,
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<KeptImport> {
  const { actor } = requireOfficialPerson(request);
  const body: Record<string, string> = {};
  request.body = body;
  if (!request.isMultipart()) throw noFile();
  const limits = { files: 1, fileSize: LARGEST_IMPORT_BYTES + 1, fields: 10, fieldSize: 4_096 };
  for await (const part of request.parts({ limits })) {
    if (part.type === "field") {
      body[part.fieldname] = String(part.value);
      continue;
    }
    await checkToken(app, request, reply);
    if (part.filename === "") {
      part.file.resume();
      continue;
    }
    return keepLeadImport(deps.app, actor, { fileName: part.filename, bytes: part.file });
  }
  await checkToken(app, request, reply);
  throw noFile();
}

function checkToken(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  return new Promise((resolve, reject) => {
    app.csrfProtection(request, reply, (error?: Error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });
}

function noFile(): BadInputError {
  return new BadInputError([{ field: "/file", message: "请选择要导入的文件" }]);
}
