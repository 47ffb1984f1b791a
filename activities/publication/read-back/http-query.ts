import { Type } from "typebox";
import { Check } from "typebox/value";
import { expectForm, flatten } from "../../../domain/publication/reconcile/holding.ts";
import { DeliveryFailed } from "../channels/channel.ts";
import type { ReadBack } from "./read-back.ts";

const TIMEOUT_MS = 30_000;
/** Entries that one question names; more are asked for as a whole. */
const ASKED_AT_ONCE = 50;

const HELD = Type.Object({
  entries: Type.Array(
    Type.Object({
      entryId: Type.String({ maxLength: 200 }),
      version: Type.Integer(),
      state: Type.Enum(["shown", "suspended", "removed"]),
      body: Type.Object({}, { additionalProperties: true }),
      signature: Type.Optional(Type.String()),
    }),
  ),
});

/** Asks a receiver over HTTP what it shows: `GET url?entry=…&entry=…`, or without entries for everything. */
export function askOverHttp(url: string): ReadBack {
  return {
    graceMs: 0,
    expect: expectForm,
    expectOther: (signed) => expectForm(signed, []),
    async read(entryIds) {
      const address = new URL(url);
      const isPart = entryIds !== "all" && entryIds.length <= ASKED_AT_ONCE;
      if (isPart) for (const entryId of entryIds) address.searchParams.append("entry", entryId);
      const answer = await ask(address);
      if (!Check(HELD, answer)) throw new DeliveryFailed("bad-receipt");
      return answer.entries.map(({ body, signature, entryId, version, state }) => ({
        ...{ entryId, version, state },
        signature: signature ?? "",
        fields: flatten(body),
      }));
    },
  };
}

async function ask(address: URL): Promise<unknown> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new DeliveryFailed("refused");
    return await response.json();
  } catch (error) {
    if (error instanceof DeliveryFailed) throw error;
    throw new DeliveryFailed(error instanceof SyntaxError ? "bad-receipt" : "unreachable");
  }
}
