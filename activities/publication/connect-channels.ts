import {
  CHANNELS,
  findHours,
  isChannelId,
  type ChannelId,
} from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import type { WorkingHours } from "../../domain/publication/points/working-hours.ts";
import type { FileLayout } from "../../domain/publication/points/point.ts";
import type { Connection, Connections } from "../../platform/connections.ts";
import type { Database } from "../../platform/database.ts";
import type { Keys } from "../../platform/keys.ts";
import type { Seals } from "../../platform/seals.ts";
import { StartFault } from "../../platform/start-fault.ts";
import { OTHERS } from "../../domain/publication/split-by-implementer.ts";
import { pushByImplementer, readBackByImplementer } from "./channels/by-implementer.ts";
import { DeliveryFailed, type Channel } from "./channels/channel.ts";
import { dropFiles } from "./channels/file-drop.ts";
import type { FilePlace } from "./channels/file-place.ts";
import { folderPlace } from "./channels/folder-place.ts";
import { pushOverHttp, type PushChannel } from "./channels/http-push.ts";
import { writeOwnRegister } from "./channels/own-register.ts";
import { offerForPull } from "./channels/pull.ts";
import { sftpPlace } from "./channels/sftp-place.ts";
import { readHoldingsFile } from "./read-back/holdings-file.ts";
import { askOverHttp } from "./read-back/http-query.ts";
import { readOwnRegister } from "./read-back/own-register.ts";
import type { ReadBack } from "./read-back/read-back.ts";
import type { ParcelDeps } from "../../records/parcels.ts";

/** What connecting channels needs. */
export interface ConnectDeps extends ParcelDeps {
  readonly database: Database;
  readonly connections: Connections;
  readonly pointSecrets: Keys["pointSecrets"];
  readonly seals: Seals;
  /** Where the public reads our own register. */
  readonly publicUrl: string;
}

/** A channel, and how its receiver, or each of them, is asked what it shows; nobody where none tells. */
export interface ConnectedChannel extends Channel {
  readonly readBacks: readonly ReadBack[];
  /** Takes what is no listing of ours; null where the way of transport cannot. */
  readonly push: PushChannel["push"] | null;
  /** When it takes anything but removals; null: always. */
  readonly hours: WorkingHours | null;
}

type Way = Omit<ConnectedChannel, "hours">;

/** Makes every channel as the installation has connected it; one that is not connected says so. */
export function connectChannels(deps: ConnectDeps): Readonly<Record<ChannelId, ConnectedChannel>> {
  for (const name of deps.connections.keys()) {
    if (!isChannelId(name)) throw new StartFault(`对接点文件中的 ${name} 不是已知的对接点。`);
  }
  const connected = CHANNELS.map((channel) => [channel, connect(deps, channel)] as const);
  return Object.fromEntries(connected) as Record<ChannelId, ConnectedChannel>; // every channel is in the list
}

function connect(deps: ConnectDeps, channel: ChannelId): ConnectedChannel {
  if (channel === "own-register") {
    const readBacks = [readOwnRegister(deps.publicUrl)];
    const hours = findHours(channel, undefined);
    return { ...writeOwnRegister(deps.database), readBacks, push: null, hours };
  }
  const connection = deps.connections.get(channel);
  const way = connection === undefined ? NOT_CONNECTED : connectBy(deps, channel, connection);
  return { ...way, hours: findHours(channel, connection?.hours) };
}

function connectBy(deps: ConnectDeps, channel: ChannelId, connection: Connection): Way {
  const secrets = deps.pointSecrets.get(channel) ?? [];
  switch (connection.form) {
    case "http-push":
      return {
        ...pushOverHttp(connection.url, needed(channel, secrets)),
        readBacks: askedAt(connection.readBackUrl),
      };
    case "folder": {
      return connectFiles(deps, channel, folderPlace(connection.path), connection.layout);
    }
    case "sftp": {
      const place = sftpPlace(connection, needed(channel, secrets));
      return connectFiles(deps, channel, place, connection.layout);
    }
    case "pull":
      needed(channel, secrets);
      return {
        ...offerForPull(deps.database, channel),
        push: null,
        readBacks: askedAt(connection.readBackUrl),
      };
    case "by-implementer":
      return connectByImplementer(deps, channel, connection);
  }
}

function connectFiles(
  deps: ConnectDeps,
  channel: ChannelId,
  place: FilePlace,
  chosen: FileLayout | undefined,
): Way {
  const layout = chosen ?? POINTS[channel].layout;
  const channels = dropFiles(deps, { channel, layout, place });
  return { ...channels, readBacks: [readHoldingsFile(place, layout)], push: null };
}

function connectByImplementer(
  deps: ConnectDeps,
  channel: ChannelId,
  { implementers, others }: Extract<Connection, { form: "by-implementer" }>,
): Way {
  if (channel !== "measure-implementers") {
    throw new StartFault(
      `对接点 ${channel} 不能逐个实施单位连接：只有 measure-implementers 可以。`,
    );
  }
  const secretsOf = (name: string): readonly string[] => {
    const secrets = deps.pointSecrets.get(name);
    if (secrets !== undefined) return secrets;
    throw new StartFault(`密钥文件的 pointSecrets 中没有 ${name} 的密钥。`);
  };
  const desks = [
    ...implementers.map(({ id, name, url, readBackUrl }) => ({
      ...{ id, name, url, readBackUrl, secrets: secretsOf(`${channel}/${id}`) },
    })),
    {
      ...{ id: OTHERS, name: "其他实施单位", url: others.url, readBackUrl: others.readBackUrl },
      secrets: secretsOf(channel),
    },
  ];
  return { ...pushByImplementer(deps, desks), readBacks: readBackByImplementer(deps, desks) };
}

function askedAt(url: string | undefined): readonly ReadBack[] {
  return url === undefined ? [] : [askOverHttp(url)];
}

function needed(channel: ChannelId, secrets: readonly string[]): readonly string[] {
  if (secrets.length > 0) return secrets;
  throw new StartFault(
    `密钥文件的 pointSecrets 中没有“${POINTS[channel].title}”（${channel}）的密钥。`,
  );
}

const NOT_CONNECTED: Way = {
  takes: "many",
  readBacks: [],
  push: null,
  deliver: () => Promise.reject(new DeliveryFailed("not-configured")),
};
