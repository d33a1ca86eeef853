import type { PoolClient } from 'pg';
import type { ChannelName } from './notice';
import { insertNotice, officeChannels, type Planned, type PlanOptions } from './plan';

const TAKE = `
  DELETE FROM notification.notice
  WHERE recipient = $1 AND state = 'no-channel'
  RETURNING event_id AS "eventId", recipient, template, language, case_id AS "caseId", facts`;

type Taken = Omit<Planned, 'channel'>;

/**
 * The directory travels on a topic of its own, so an office may be told of something before its address is known here:
 * what waited for an address is given one. True when something is to be sent.
 */
export async function replanFor(client: PoolClient, office: string, options: PlanOptions): Promise<boolean> {
  const channels: ChannelName[] = await officeChannels(client, office, options);
  if (channels.length === 0) return false;
  const { rows } = await client.query<Taken>(TAKE, [`office:${office}`]);
  for (const taken of rows) {
    for (const channel of channels) await insertNotice(client, { ...taken, channel }, options);
  }
  return rows.length > 0 && !options.held;
}
