import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BadInputError, NotFoundError } from "../../../api/use-cases/faults.ts";
import { findPoints } from "../../../api/use-cases/find-points.ts";
import {
  findAuthorityChannels,
  maySetChannels,
  setAuthorityChannels,
  type AuthorityChannels,
} from "../../../api/use-cases/publication-channels.ts";
import { isChannelId } from "../../../domain/publication/channels.ts";
import type { FieldError } from "../../forms/form-check.ts";
import { textsOf } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { ChannelsPage, type ChosenAuthority } from "./channels-page.tsx";

/** Where the listings of each authority go out, and who may say so. */
export function registerChannels(app: FastifyInstance, deps: WebDeps): void {
  const one = "/publication/authorities/:authorityId";
  app.get("/publication/authorities", (request, reply) => show(deps, request, reply, null));
  app.get(one, (request, reply) => show(deps, request, reply, { ticked: null, errors: [] }));
  app.post(one, { preHandler: app.csrfProtection }, async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const ticked = textsOf(readTextForm(request), "channels");
    const channels = ticked.filter(isChannelId);
    try {
      await setAuthorityChannels(deps.app, actor, pathText(request, "authorityId"), channels);
      return await reply.redirect("/publication/authorities?done=channels-set", 303);
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      const errors = error.errors.map(({ message }) => ({ field: "channels", message }));
      return show(deps, request, reply, { ticked, errors });
    }
  });
}

interface Choosing {
  /** What was ticked; null where the form is opened as things stand. */
  readonly ticked: readonly string[] | null;
  readonly errors: readonly FieldError[];
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  choosing: Choosing | null,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const authorities = await findAuthorityChannels(deps.app, actor);
  const page = createElement(ChannelsPage, {
    authorities,
    points: await findPoints(deps.app, actor),
    maySet: maySetChannels(actor),
    chosen:
      choosing === null ? null : choose(authorities, pathText(request, "authorityId"), choosing),
    context: await makeContext(deps, request, reply),
  });
  return sendPage(reply, page, choosing !== null && choosing.errors.length > 0 ? 422 : 200);
}

function choose(
  authorities: readonly AuthorityChannels[],
  authorityId: string,
  { ticked, errors }: Choosing,
): ChosenAuthority {
  const authority = authorities.find((each) => each.authorityId === authorityId);
  if (authority === undefined) throw new NotFoundError("no such authority");
  return { authority, ticked: ticked ?? authority.channels, errors };
}
