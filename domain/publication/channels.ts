import { POINTS, type ChannelId } from "./points/index.ts";

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
