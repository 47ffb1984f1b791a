import { findOpenChannels } from "../publication/find-channels.ts";
import type { ChannelId } from "../publication/channels.ts";
import type { DecideContext } from "./context.ts";
import { stamp } from "./decide.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";
import { owesAnswer } from "./acts/removal.ts";
import { meetDeadline } from "./set-deadline.ts";
import type { CaseFile } from "./state.ts";

/** A channel's proof that it shows a version of the record (渠道回执). */
export interface Receipt {
  readonly channel: ChannelId;
  readonly version: number;
  readonly receiptId: string;
}

/**
 * Takes a channel's receipt (登记渠道回执). When the last channel has answered, publication is complete; when the last one has
 * confirmed a removal, the case closes, unless harm is to be undone first. A receipt that is already held changes nothing.
 */
export function receiveReceipt(
  file: CaseFile,
  receipt: Receipt,
  context: DecideContext,
): readonly CaseEvent[] {
  const held = file.receipts[receipt.channel];
  if (held !== undefined && held.version >= receipt.version) return [];
  const received: CaseEventData = { type: "PublicationReceived", ...receipt };
  const complete = findOpenChannels(file, context.pack, context.authority).every(
    (each) => each === receipt.channel,
  );
  const isNewest = receipt.version >= file.publicationVersion;
  const events = complete && isNewest ? [received, ...whenComplete(file, context)] : [received];
  return stamp(events, "system", context);
}

function whenComplete(file: CaseFile, context: DecideContext): readonly CaseEventData[] {
  switch (file.publicationState) {
    case "none":
    case "suspended":
      return [];
    case "shown":
      return meetDeadline(file, "publication");
    case "removed":
      // After an annulment the recall is only the first thing to undo; a restoration goes its own way; and whoever waits for an
      // answer still gets it.
      if (file.stage !== "removed" || owesAnswer(file)) return [];
      return [{ type: "CaseClosed", closedOn: context.today }];
  }
}
