import type { AuthorityLevel, ListId } from "../packs/law-pack.ts";
import type { ChannelId } from "../publication/channels.ts";
import type { AuthorityBranch } from "./remedy-organs.ts";

/** A determining authority (认定部门) as the registry of authorities keeps it. */
export interface Authority {
  readonly authorityId: string;
  /** Full name as on its seal. */
  readonly name: string;
  /** Short form in case and document numbers (机关代字). */
  readonly shortName: string;
  readonly level: AuthorityLevel;
  /** Lists on which it may decide, by enforcement jurisdiction (R25). */
  readonly competentLists: readonly ListId[];
  /** What it is, as far as that decides who reconsiders its acts (机关类型); a department where nothing is entered. */
  readonly branch?: AuthorityBranch;
  /** Where its decisions are reconsidered (行政复议机关), in full; R54 holds it against 行政复议法 24, 27 and 28. */
  readonly reconsiderationOrgan: string;
  /** Where reconsideration can be asked for online (线上复议渠道), as printed; absent where there is none. */
  readonly reconsiderationOnlineChannel?: string;
  /** The court that hears suits against it (有管辖权的人民法院). */
  readonly court: string;
  /** Contact for parties: address and telephone of the office, never of a person. */
  readonly contactAddress: string;
  readonly contactPhone: string;
  /** How long its case volumes are kept (保管期限), as its approved table of retention periods has it (档案法实施条例 19); absent where not entered. */
  readonly archiveRetention?: string;
  /** Where its listings go out (对接的公示、共享渠道); the usual channels where nothing is named. */
  readonly publicationChannels?: readonly ChannelId[];
}

/** Where reconsideration can be asked for online; null where the registry knows no such place. */
export function findOnlineChannel(authority: Authority): string | null {
  const channel = authority.reconsiderationOnlineChannel ?? "";
  return channel.trim() === "" ? null : channel;
}
