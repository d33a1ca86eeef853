import { RefusedByServer, type EventStore, type StoredEvent } from '@huiyin/event-store';
import { fail, ok, warn, type Check, type Patient } from '../check';

const LATE_s = 60;
const VERY_LATE_s = 600;
const MS_PER_s = 1_000;
/** A table or a column that is not there yet. */
const NOT_THERE = ['42P01', '42703'];

/** Who follows the log, and how far each has got; a table that is not there yet has nobody in it. */
const FOLLOWERS = [
  "SELECT 'view ' || view AS name, position::text FROM views.checkpoint WHERE live",
  'SELECT group_name AS name, position::text FROM messaging.cursor',
  "SELECT 'audit' AS name, position::text FROM audit.epoch ORDER BY epoch DESC LIMIT 1",
];

interface Follower {
  name: string;
  position: number;
}

export async function followersOf({ pool }: Pick<Patient, 'pool'>): Promise<Follower[]> {
  const found: Follower[] = [];
  for (const sql of FOLLOWERS) {
    const { rows } = await pool
      .query<{ name: string; position: string }>(sql)
      .catch((error: { code?: string }) => {
        if (NOT_THERE.includes(error.code ?? '')) return { rows: [] };
        throw error;
      });
    found.push(...rows.map(({ name, position }) => ({ name, position: Number(position) })));
  }
  return found;
}

export const lag: Check = {
  name: 'lag',
  async look(patient) {
    const { store, eventStore, now } = patient;
    const head = await store.head();
    const followers = await followersOf(patient);
    // KurrentDB's positions are bytes of its log.
    const counted = (events: number): string => (eventStore === 'postgres' ? `${events} events and ` : '');
    const judged = followers.map(async ({ name, position }) => {
      if (position > head) return fail(`${name} is at ${position}, the log ends at ${head}`, BEYOND);
      const oldest = position < head ? await nextAfter(store, position) : undefined;
      if (oldest === 'of another log')
        return fail(`${name} is at ${position}, where no event stands`, BEYOND);
      const age_s = oldest ? (now.getTime() - Date.parse(oldest.recordedAt)) / MS_PER_s : 0;
      if (age_s < LATE_s) return undefined;
      const says = `${name} is ${counted(head - position)}${Math.round(age_s)} s behind`;
      return (age_s >= VERY_LATE_s ? fail : warn)(says, 'see that its app runs, and what it logs');
    });
    const late = (await Promise.all(judged)).filter((finding) => finding !== undefined);
    const log = eventStore === 'postgres' ? `${head} events` : `the log, which ends at position ${head}`;
    return late.length > 0 ? late : ok(`${followers.length} followers are up to date with ${log}`);
  },
};

async function nextAfter(
  store: EventStore,
  position: number,
): Promise<StoredEvent | 'of another log' | undefined> {
  try {
    return (await store.readAll({ after: position, limit: 1 }))[0];
  } catch (error) {
    if (error instanceof RefusedByServer) return 'of another log';
    throw error;
  }
}

const BEYOND =
  'the log is not the one that it followed: was an older backup restored? See docs/operations.md';
