import type { CaseFile } from "../case-file/state.ts";
import type { LawPack } from "../packs/law-pack.ts";
import { CHANNELS, PUBLIC_CHANNELS, type ChannelId } from "./channels.ts";

/**
 * The channels to which a listing goes (应当公示、共享的渠道).
 *
 * Measure implementers are always told. A person is shown to the public only where the pack names a law, a regulation or the
 * person's consent for it (细则（五）); a firm is shown everywhere.
 */
export function findChannels(file: CaseFile, pack: LawPack): readonly ChannelId[] {
  if (mayBeShown(file, pack)) return CHANNELS;
  return CHANNELS.filter((channel) => !PUBLIC_CHANNELS.includes(channel));
}

/** Whether the public may see this party on the list (是否可以向社会公示). */
export function mayBeShown(file: CaseFile, pack: LawPack): boolean {
  return file.partyKind !== "natural-person" || pack.personDisplayBasis.value !== null;
}

/** Channels that have not yet confirmed the newest version (尚未回执的渠道). */
export function findOpenChannels(file: CaseFile, pack: LawPack): readonly ChannelId[] {
  return findChannels(file, pack).filter(
    (channel) => (file.receipts[channel]?.version ?? 0) < file.publicationVersion,
  );
}
