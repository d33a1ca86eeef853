import type { DataOf, KnownMessage } from '@huiyin/contracts';
import type { PoolClient } from 'pg';

/** What the sender keeps of the messages that went by: addresses and names, personal ones as sealed as they came. */
export async function learn(client: PoolClient, message: KnownMessage, position: number): Promise<void> {
  switch (message.type) {
    case 'huiyin.case.registered.v1':
      return learnContact(client, message.data);
    case 'huiyin.supervision.ordered.v1':
      return learnMatter(client, message.data.supervisionId, message.data);
    case 'huiyin.review.opened.v1':
      return learnMatter(client, message.data.reviewId, message.data);
    case 'huiyin.supervision.step-taken.v1':
      return passMatterOn(client, message.data.supervisionId, message.data);
    case 'huiyin.review.step-taken.v1':
      return passMatterOn(client, message.data.reviewId, message.data);
    case 'huiyin.advice.given.v1': {
      const { adviceId, caseIds, office } = message.data;
      const [caseId] = caseIds;
      return caseId === undefined ? undefined : learnMatter(client, adviceId, { caseId, office });
    }
    case 'huiyin.office.registered.v1':
      return learnOffice(client, message.data, position);
    case 'huiyin.policy.adopted.v1':
      return learnTerms(client, message.data, position);
    default:
      // Nothing else holds an address or a name.
      return;
  }
}

export const teaches = ({ type }: KnownMessage): boolean =>
  type === 'huiyin.case.registered.v1' ||
  type === 'huiyin.supervision.ordered.v1' ||
  type === 'huiyin.review.opened.v1' ||
  type === 'huiyin.supervision.step-taken.v1' ||
  type === 'huiyin.review.step-taken.v1' ||
  type === 'huiyin.advice.given.v1' ||
  type === 'huiyin.office.registered.v1' ||
  type === 'huiyin.policy.adopted.v1';

const CONTACT = `
  INSERT INTO notification.contact (case_id, subject, stream, event_id, name, phone, email)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id) DO NOTHING`;

async function learnContact(
  client: PoolClient,
  { caseId, petitioner }: DataOf<'huiyin.case.registered.v1'>,
): Promise<void> {
  if (!petitioner) return;
  const { subject, origin, name, phone, email } = petitioner;
  const sealed = [name, phone, email].map((value) => (value ? JSON.stringify(value) : null));
  await client.query(CONTACT, [caseId, subject, origin.stream, origin.eventId, ...sealed]);
}

const MATTER = `
  INSERT INTO notification.matter (matter_id, case_id, office) VALUES ($1, $2, $3)
  ON CONFLICT (matter_id) DO NOTHING`;

async function learnMatter(
  client: PoolClient,
  id: string,
  { caseId, office }: { caseId: string; office: string },
): Promise<void> {
  await client.query(MATTER, [id, caseId, office]);
}

/** Its office was succeeded: what comes later is for whoever took over. */
async function passMatterOn(
  client: PoolClient,
  id: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<void> {
  if (from === undefined || to === undefined) return;
  await client.query('UPDATE notification.matter SET office = $3 WHERE matter_id = $1 AND office = $2', [
    id,
    from,
    to,
  ]);
}

const OFFICE = `
  INSERT INTO notification.office AS known (office_id, zh, en, email, webhook, position)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (office_id) DO UPDATE
  SET zh = excluded.zh, en = excluded.en, email = excluded.email, webhook = excluded.webhook,
      position = excluded.position
  WHERE known.position < excluded.position`;

async function learnOffice(
  client: PoolClient,
  { officeId, name, email, webhook }: DataOf<'huiyin.office.registered.v1'>,
  position: number,
): Promise<void> {
  await client.query(OFFICE, [officeId, name.zh, name.en, email ?? null, webhook ?? null, position]);
}

const TERMS = `
  INSERT INTO notification.term (kind, term_id, zh, en, policy, position)
  SELECT kind, term_id, zh, en, $5, $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
    AS given (kind, term_id, zh, en)
  ON CONFLICT (kind, term_id, policy) DO NOTHING`;

async function learnTerms(
  client: PoolClient,
  { pack }: DataOf<'huiyin.policy.adopted.v1'>,
  position: number,
): Promise<void> {
  const terms = [
    ...pack.duties.map(({ id, name }) => ({ kind: 'duty', id, ...name })),
    ...pack.ladder.rungs.map(({ id, name }) => ({ kind: 'rung', id, ...name })),
  ];
  const columns = (['kind', 'id', 'zh', 'en'] as const).map((column) => terms.map((term) => term[column]));
  await client.query(TERMS, [...columns, `${pack.id}@${pack.version}`, position]);
}
