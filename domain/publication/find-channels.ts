import type { Authority } from "../authorities/authority.ts";
import type { CaseFile } from "../case-file/state.ts";
import type { LawPack } from "../packs/law-pack.ts";
import { CHANNELS, DEFAULT_CHANNELS, type ChannelId } from "./channels.ts";
import { POINTS } from "./points/index.ts";

/**
 * The channels to which a listing goes (应当公示、共享的渠道): those that its authority is connected to, and every one that has confirmed
 * an earlier version, so that a removal also reaches a place that is no longer connected.
 *
 * Measure implementers are always told. A person goes elsewhere only where the pack names a law or a
 * regulation for it, or where the person consents (细则（五）); a firm goes everywhere.
 */
export function findChannels(
  file: CaseFile,
  pack: LawPack,
  authority: Authority,
): readonly ChannelId[] {
  const connected = authority.publicationChannels ?? DEFAULT_CHANNELS;
  const isShown = mayBeShown(file, pack);
  return CHANNELS.filter((channel) => {
    if (file.receipts[channel] !== undefined) return true;
    const isAllowed = isShown || POINTS[channel].audience === "implementers";
    return isAllowed && connected.includes(channel);
  });
}

/** Whether the public may see this party on the list (是否可以向社会公示): a person only by law or by its consent in force. */
export function mayBeShown(file: CaseFile, pack: LawPack): boolean {
  if (file.partyKind !== "natural-person" || pack.personDisplayBasis.value !== null) return true;
  return file.displayConsent != null;
}

/** Whom a listing is shown to (公示范围), as its record says it. */
export function audienceOf(file: CaseFile, pack: LawPack): "public" | "implementers" {
  return mayBeShown(file, pack) ? "public" : "implementers";
}

/** Channels that have not yet confirmed the newest version (尚未回执的渠道). */
export function findOpenChannels(
  file: CaseFile,
  pack: LawPack,
  authority: Authority,
): readonly ChannelId[] {
  return findChannels(file, pack, authority).filter(
    (channel) => (file.receipts[channel]?.version ?? 0) < file.publicationVersion,
  );
}
