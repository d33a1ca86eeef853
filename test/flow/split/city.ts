import { DAY_ms } from '@huiyin/kernel';
import { xinfang2022 } from '@huiyin/policy/packs/xinfang-2022';
import type { DutyRule, PolicyPack } from '@huiyin/policy';
import { randomUUID } from 'node:crypto';
import type { Answer, Client } from './client';

/** What must be readable nowhere but in the petitioner's mail. */
export const PLANTED = {
  name: '欧阳试验',
  phone: '13912345678',
  identityNumber: '21010219800101123X',
  address: '青年大街777号3单元1902',
  email: 'planted.person@example.org',
  statement: '我已经跑了七趟，没有一个人愿意听我把话说完。',
  leader: '司徒局长',
};
/** Plain, and found wherever cases are: shows that the search for the planted texts could find them. */
export const MARKER = '路灯第八百八十八号';

const HOUR_s = 3_600;
const inSeconds = (amount: number) => ({ unit: 'hours', amount: amount / HOUR_s }) as const;
/** Long enough for a slow machine to acknowledge nothing before the reminder. */
export const ACKNOWLEDGE_WITHIN_s = 6;

const drillRule = (rule: DutyRule): DutyRule =>
  rule.id !== 'acknowledge'
    ? rule
    : {
        ...rule,
        period: inSeconds(ACKNOWLEDGE_WITHIN_s),
        escalation: [
          { do: 'remind', offset: inSeconds(-3) },
          { do: 'breach', offset: inSeconds(0) },
          { do: 'supervise', offset: inSeconds(1) },
          { do: 'review', offset: inSeconds(2) },
        ],
      };

/** The regulations, with a period that a spec can wait for on a real clock. */
const drill: PolicyPack = {
  ...xinfang2022,
  id: 'drill',
  version: 1,
  duties: xinfang2022.duties.map(drillRule),
};

const OFFICES = {
  government: { kind: 'government', name: { zh: '市政府', en: 'City government' } },
  petitions: {
    kind: 'petition-department',
    superior: 'government',
    name: { zh: '市信访局', en: 'Petitions' },
  },
  housing: { kind: 'office', superior: 'government', name: { zh: '市住建局', en: 'Housing' } },
} as const;

/** The offices, a leader, and the policy pack `drill`. */
export async function foundCity(client: Client): Promise<void> {
  for (const [id, office] of Object.entries(OFFICES)) {
    const form = { ...office, level: 'city', territory: 'city', email: `${id}@city.example` };
    expect((await client.post(`/offices/${id}/register-office`, form)).status).toBe(201);
  }
  const official = { subject: randomUUID(), name: PLANTED.leader };
  const leader = { post: 'first-responsible', official, from: '2026-01-01' };
  const appointed = await client.post('/offices/housing/appoint-leader', leader, { ifMatch: '"0"' });
  expect(appointed.status).toBe(200);
  expect((await client.post('/policies/drill/adopt-policy', { pack: drill })).status).toBe(201);
}

const { name, phone, identityNumber, address, email, statement } = PLANTED;

const plainForm = {
  channel: 'online',
  category: 'lighting',
  title: `${MARKER}不亮`,
  place: '和平区南湖街道',
  claims: [{ summary: '尽快修复' }],
  receiver: 'petitions',
};

/** A case of the planted person. */
export const personalCase = (more: object = {}) => ({
  ...plainForm,
  petitioner: { name, phone, identityNumber, address, email },
  statement,
  ...more,
});

const LONG_AGO_days = 40;

/** A case that should have been sent on weeks ago: everything that a missed duty sets off is due at once. */
export const overdueCase = (more: object = {}) => ({
  ...plainForm,
  kind: 'anonymous',
  receivedAt: new Date(Date.now() - LONG_AGO_days * DAY_ms).toISOString(),
  ...more,
});

/** Takes a case's steps one after the other, each on the ETag that the one before answered. */
export async function goThrough(
  client: Client,
  path: string,
  from: Answer,
  steps: readonly (readonly [command: string, office: string, body: object])[],
): Promise<Answer> {
  let last = from;
  for (const [command, office, body] of steps) {
    last = await client.post(`${path}/${command}`, body, { office, ifMatch: last.etag });
    expect([command, last.status, last.body?.code]).toEqual([command, 200, undefined]);
  }
  return last;
}
