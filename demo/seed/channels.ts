import type { People } from "../life/people.ts";

interface PointAnswer {
  readonly channel: string;
  readonly form: string | null;
}

/** Has the lead unit choose every connected place for the listings of the demo's authority. */
export async function seedChannels(people: People): Promise<void> {
  const { rows } = await people.supervisor.get<{ rows: readonly PointAnswer[] }>("/api/points");
  const channels = rows.filter((row) => row.form !== null).map((row) => row.channel);
  await people.supervisor.post("/api/authorities/cangwu-hrss/publication-channels", { channels });
}
