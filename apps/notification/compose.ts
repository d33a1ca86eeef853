import { deterministicId, type Sealed } from '@huiyin/kernel';
import type { Privacy } from '@huiyin/privacy';
import type { Pool } from 'pg';
import type { Outgoing } from './channels';
import type { ChannelName, Facts, Language, Values } from './notice';
import type { MayTell } from './plan';
import { render } from './render';
import { WORDS, type TemplateId } from './templates';

/** A notice that was taken to be sent. */
export interface DueNotice {
  eventId: string;
  recipient: string;
  channel: ChannelName;
  template: TemplateId;
  language: Language;
  caseId: string | null;
  facts: Facts;
  attempts: number;
}

export interface ComposeOptions {
  pool: Pool;
  privacy: Pick<Privacy, 'open'>;
  mayTell: MayTell;
  /** IANA zone that due times are told in. */
  timeZone: string;
}

/** The recipient's data was erased, their address is gone, or the case accuses them by now: nobody can be told. */
export class NobodyToTell extends Error {
  constructor(readonly code: 'erased' | 'no-address' | 'kept-from-it') {
    super(code);
  }
}

/** Opens and fills in at the last moment: the words never rest anywhere. Rejects with NobodyToTell. */
export async function compose(notice: DueNotice, options: ComposeOptions): Promise<Outgoing> {
  const { eventId, recipient, channel, template, language, caseId, facts } = notice;
  const [kind, id] = split(recipient);
  const { to, name } =
    kind === 'office'
      ? await officeAddress(id, notice, options)
      : await petitionerAddress(caseId!, channel, options);
  const values = await valuesOf(notice, options);
  const words = render(template, language, name === undefined ? values : { ...values, name });
  const about = { type: template, eventId, ...(caseId === null ? {} : { caseId }), ...facts };
  return { id: deterministicId('notice', eventId, recipient, channel), to, ...words, about };
}

function split(recipient: string): [string, string] {
  const colon = recipient.indexOf(':');
  return [recipient.slice(0, colon), recipient.slice(colon + 1)];
}

interface Address {
  to: string;
  name?: string;
}

const OFFICE = 'SELECT zh, en, email, webhook FROM notification.office WHERE office_id = $1';
interface OfficeRow {
  zh: string;
  en: string;
  email: string | null;
  webhook: string | null;
}

async function officeAddress(
  id: string,
  { channel, language, caseId }: DueNotice,
  { pool, mayTell }: ComposeOptions,
) {
  if (caseId !== null && !(await mayTell(id, caseId))) throw new NobodyToTell('kept-from-it');
  const office = (await pool.query<OfficeRow>(OFFICE, [id])).rows[0];
  const to = channel === 'webhook' ? office?.webhook : office?.email;
  if (!office || !to) throw new NobodyToTell('no-address');
  return { to, name: inLanguage(office, language) };
}

const CONTACT = `
  SELECT stream, event_id AS "eventId", name, phone, email FROM notification.contact WHERE case_id = $1`;
interface ContactRow {
  stream: string;
  eventId: string;
  name: Sealed | null;
  phone: Sealed | null;
  email: Sealed | null;
}

async function petitionerAddress(
  caseId: string,
  channel: ChannelName,
  { pool, privacy }: ComposeOptions,
): Promise<Address> {
  const contact = (await pool.query<ContactRow>(CONTACT, [caseId])).rows[0];
  const sealed = channel === 'sms' ? contact?.phone : contact?.email;
  if (!contact || !sealed) throw new NobodyToTell('no-address');
  const from = { stream: contact.stream, id: contact.eventId };
  const opened = await privacy.open(sealed, from);
  if (opened.status === 'erased') throw new NobodyToTell('erased');
  const name = contact.name ? await privacy.open(contact.name, from) : undefined;
  return name?.status === 'open' ? { to: opened.text, name: name.text } : { to: opened.text };
}

/** A value that is not known is left to the template's blank, an id stands in for a name that has not arrived. */
async function valuesOf({ facts, caseId, language }: DueNotice, options: ComposeOptions): Promise<Values> {
  const { office, rule, rung, policy, dueAt, days, reasons, outcome, faults } = facts;
  const values: Values = {
    ...(caseId === null ? {} : { case: caseId }),
    ...(office === undefined ? {} : { office: await officeName(office, language, options) }),
    ...(rule === undefined ? {} : { duty: await termName('duty', rule, policy, language, options) }),
    ...(rung === undefined ? {} : { rung: await termName('rung', rung, policy, language, options) }),
    ...(dueAt === undefined ? {} : { due: localTime(dueAt, language, options.timeZone) }),
    ...(outcome === undefined ? {} : { outcome: WORDS[language].outcome[outcome] }),
    ...(days === undefined ? {} : { days }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(faults === undefined ? {} : { faults }),
  };
  return values;
}

const inLanguage = ({ zh, en }: { zh: string; en: string }, language: Language): string =>
  language === 'en' ? en : zh;

async function officeName(id: string, language: Language, { pool }: ComposeOptions): Promise<string> {
  const office = (await pool.query<OfficeRow>(OFFICE, [id])).rows[0];
  return office ? inLanguage(office, language) : id;
}

const TERM = `
  SELECT zh, en FROM notification.term WHERE kind = $1 AND term_id = $2
  ORDER BY policy = $3 DESC, position DESC LIMIT 1`;

async function termName(
  kind: 'duty' | 'rung',
  id: string,
  policy: string | undefined,
  language: Language,
  { pool }: ComposeOptions,
): Promise<string> {
  const { rows } = await pool.query<{ zh: string; en: string }>(TERM, [kind, id, policy ?? '']);
  return rows[0] ? inLanguage(rows[0], language) : id;
}

const localTime = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(instant),
  );
