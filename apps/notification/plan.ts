import type { Clock } from '@huiyin/kernel';
import type { PoolClient } from 'pg';
import { HELD_CODE } from './hold';
import type { ChannelName, Facts, Language } from './notice';
import type { TemplateId } from './templates';
import type { Telling } from './who-is-told';

/** Whether an office may be told of a case: the accused one may not (Art. 30). */
export type MayTell = (office: string, caseId: string) => Promise<boolean>;

export interface PlanOptions {
  mayTell: MayTell;
  /** The channels that are configured. */
  channels: ReadonlySet<ChannelName>;
  language: Language;
  clock: Clock;
  /** It is not known whether it was told already: the notices are parked. */
  held?: boolean;
}

interface Recipient {
  /** `petitioner:{subject}` or `office:{id}`. */
  recipient: string;
  channels: readonly ChannelName[];
  caseId?: string;
}

export interface Planned {
  eventId: string;
  recipient: string;
  channel: ChannelName | 'none';
  template: TemplateId;
  language: string;
  caseId: string | null;
  facts: Facts;
}

/** Writes the notices of one event; whoever has been told of it already is not told again. True when one is to be sent. */
export async function plan(
  client: PoolClient,
  eventId: string,
  tellings: readonly Telling[],
  options: PlanOptions,
): Promise<boolean> {
  let toSend = false;
  for (const telling of tellings) {
    const found = await recipientOf(client, telling, options);
    if (!found) continue;
    const { template, facts } = telling;
    const { recipient, caseId = telling.caseId ?? null } = found;
    const channels = found.channels.length > 0 ? found.channels : (['none'] as const);
    for (const channel of channels) {
      const notice = { eventId, recipient, channel, template, language: options.language, caseId, facts };
      toSend = (await insertNotice(client, notice, options)) || toSend;
    }
  }
  return toSend;
}

const INSERT = `
  INSERT INTO notification.notice
    (event_id, recipient, channel, state, template, language, case_id, facts, next_attempt_at, created_at,
     last_error_code)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)
  ON CONFLICT (event_id, recipient, channel) DO NOTHING`;

/** True when it is new and there is a way to send it. */
export async function insertNotice(
  client: PoolClient,
  notice: Planned,
  { clock, held = false }: Pick<PlanOptions, 'clock' | 'held'>,
): Promise<boolean> {
  const { eventId, recipient, channel, template, language, caseId, facts } = notice;
  const state = channel === 'none' ? 'no-channel' : held ? 'parked' : 'pending';
  const code = state === 'parked' ? HELD_CODE : null;
  const about = [template, language, caseId, JSON.stringify(facts)];
  const values = [eventId, recipient, channel, state, ...about, clock.now(), code];
  const { rowCount } = await client.query(INSERT, values);
  return rowCount === 1 && state === 'pending';
}

/** Undefined: nobody is known who could be told, as for an anonymous case, or they must not be. */
async function recipientOf(
  client: PoolClient,
  { to, caseId, matter }: Telling,
  options: PlanOptions,
): Promise<Recipient | undefined> {
  if (to === 'petitioner') return petitionerOf(client, caseId!, options);
  const known = matter === undefined ? undefined : await matterOf(client, matter);
  const office = 'office' in to ? to.office : known?.office;
  if (office === undefined) return undefined;
  const about = known?.caseId ?? caseId;
  if (about !== undefined && !(await options.mayTell(office, about))) return undefined;
  const channels = await settledChannels(client, office, options);
  return { recipient: `office:${office}`, channels, ...(known ? { caseId: known.caseId } : {}) };
}

async function petitionerOf(
  client: PoolClient,
  caseId: string,
  { channels }: PlanOptions,
): Promise<Recipient | undefined> {
  const sql = `
    SELECT subject, email IS NOT NULL AS email, phone IS NOT NULL AS phone
    FROM notification.contact WHERE case_id = $1`;
  const { rows } = await client.query<{ subject: string; email: boolean; phone: boolean }>(sql, [caseId]);
  const contact = rows[0];
  if (!contact) return undefined;
  const usable: ChannelName[] = [];
  if (contact.email && channels.has('email')) usable.push('email');
  else if (contact.phone && channels.has('sms')) usable.push('sms');
  return { recipient: `petitioner:${contact.subject}`, channels: usable };
}

async function matterOf(
  client: PoolClient,
  id: string,
): Promise<{ office: string; caseId: string } | undefined> {
  const sql = 'SELECT office, case_id AS "caseId" FROM notification.matter WHERE matter_id = $1';
  return (await client.query<{ office: string; caseId: string }>(sql, [id])).rows[0];
}

/** An office's address may be arriving in another transaction, which would not see this notice to give it to. */
async function settledChannels(
  client: PoolClient,
  office: string,
  options: PlanOptions,
): Promise<ChannelName[]> {
  const channels = await officeChannels(client, office, options);
  if (channels.length > 0) return channels;
  await client.query(`SELECT pg_advisory_xact_lock_shared(${OFFICE_LOCK})`, [office]);
  return officeChannels(client, office, options);
}

const OFFICE_LOCK = "hashtextextended('notification.office ' || $1, 0)";

/** Until the end of the transaction: whoever found no address for the office has written its notice, or looks again. */
export const lockOffice = async (client: PoolClient, office: string): Promise<void> =>
  void (await client.query(`SELECT pg_advisory_xact_lock(${OFFICE_LOCK})`, [office]));

export async function officeChannels(
  client: PoolClient,
  office: string,
  { channels }: PlanOptions,
): Promise<ChannelName[]> {
  const sql = `
    SELECT email IS NOT NULL AS email, webhook IS NOT NULL AS webhook
    FROM notification.office WHERE office_id = $1`;
  const { rows } = await client.query<{ email: boolean; webhook: boolean }>(sql, [office]);
  const { email = false, webhook = false } = rows[0] ?? {};
  const usable: ChannelName[] = [];
  if (email && channels.has('email')) usable.push('email');
  if (webhook && channels.has('webhook')) usable.push('webhook');
  return usable;
}
