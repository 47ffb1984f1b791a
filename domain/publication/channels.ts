/** The places to which a listing goes out (公示、共享渠道). */
export const CHANNELS = ["own-register", "city-credit-platform", "measure-implementers"] as const;

export type ChannelId = (typeof CHANNELS)[number];

/** How people name the channels. */
export const CHANNEL_TITLES: Readonly<Record<ChannelId, string>> = {
  "own-register": "严重失信主体名单公示页（本系统）",
  "city-credit-platform": "梧州市公共信用信息共享平台",
  "measure-implementers": "失信惩戒措施实施单位",
};

/** Channels that the public can read; the others share with public bodies only. */
export const PUBLIC_CHANNELS: readonly ChannelId[] = ["own-register", "city-credit-platform"];

/** Says whether a text names a channel. */
export function isChannelId(text: string): text is ChannelId {
  return CHANNELS.some((channel) => channel === text);
}
