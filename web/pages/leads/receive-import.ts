import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  keepLeadImport,
  LARGEST_IMPORT_BYTES,
  type IncomingFile,
  type KeptImport,
} from "../../../api/use-cases/keep-lead-import.ts";
import { findFedList } from "../../../domain/elsewhere/elsewhere-columns.ts";
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
    const incoming = { fileName: part.filename, bytes: part.file };
    return keepLeadImport(deps.app, actor, { ...incoming, ...chooseList(body["list"]) });
  }
  await checkToken(app, request, reply);
  throw noFile();
}

/** Which list the file belongs to, where the form asks for one: it stands before the file. */
function chooseList(listId: string | undefined): Pick<IncomingFile, "list"> {
  if (listId === undefined) return {};
  const list = findFedList(listId);
  if (list === null) throw new BadInputError([{ field: "/list", message: "请选择名单" }]);
  return { list };
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
