import { POINTS, type ChannelId } from "./points/index.ts";
import type { WorkingHours } from "./points/working-hours.ts";

export type { ChannelId } from "./points/index.ts";

/** The places to which a listing can go out (公示、共享渠道), in the order in which they are served. */
export const CHANNELS: readonly ChannelId[] = Object.keys(POINTS).filter(isChannelId);

/** Where a listing goes unless its authority names other places. */
export const DEFAULT_CHANNELS: readonly ChannelId[] = [
  "own-register",
  "city-credit-platform",
  "measure-implementers",
];

/** Says whether a text names a channel. */
export function isChannelId(text: string): text is ChannelId {
  return Object.hasOwn(POINTS, text);
}

/** When a channel takes anything but removals: as the installation has agreed with its receiver, else as is usual there; null: always. */
export function findHours(
  channel: ChannelId,
  agreed: WorkingHours | "always" | undefined,
): WorkingHours | null {
  if (agreed === undefined) return POINTS[channel].hours;
  return agreed === "always" ? null : agreed;
}
