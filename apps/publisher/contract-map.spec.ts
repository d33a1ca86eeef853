import { isMessageType, TOPICS } from '@huiyin/contracts';
import { AGGREGATES, streamOf, type EventOf, type CaseEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store/port';
import { personal, uuidv7, type Sealed } from '@huiyin/kernel';
import { inMemoryPrivacy } from '@huiyin/privacy';
import { CONTRACT_MAP } from './contract-map';
import { toMessages, UnmappedEvent } from './to-messages';

const AT = '2026-03-02T01:00:00.000Z';
const id = uuidv7(new Date(AT));
const caseId = uuidv7(new Date(AT));
const subject = uuidv7(new Date(AT));

const stored = (stream: string, type: string, data: unknown): StoredEvent => ({
  id,
  stream,
  type,
  version: 1,
  data,
  revision: 0,
  position: 7,
  occurredAt: AT,
  recordedAt: '2026-03-02T01:00:01.000Z',
  meta: {
    actor: 'clerk-7',
    office: 'xf',
    commandId: id,
    correlationId: id,
    policy: 'xinfang-2022@2',
    traceparent: '00-a-b-01',
  },
});

const registered: CaseEvents['CaseRegistered'] = {
  pack: 'xinfang-2022',
  channel: 'letter',
  category: 'housing',
  title: 'Leaking roof',
  place: 'Building 4',
  claims: [{ id: 'c1', kind: 'claim', summary: 'the roof leaks since June' }],
  kind: 'individual',
  persons: 1,
  representatives: 1,
  petitioner: {
    subject,
    name: personal('Wang Fang', subject),
    phone: personal('13800138000', subject),
    email: personal('wf@example.cn', subject),
    identityNumber: personal('110101199003074258', subject),
    address: personal('Lane 5', subject),
  },
  statement: personal('It rains in', subject),
  reachable: true,
  receiver: 'xf',
  receivedAt: AT,
};

const caseEvent = ({ type, data }: EventOf<CaseEvents>) =>
  stored(streamOf({ name: 'case' }, caseId), type, data);

describe('an event that is published', () => {
  it('travels with the key of its case, the id of its event and only the fields of its contract', () => {
    const sent = caseEvent({
      type: 'CaseSent',
      data: {
        by: 'xf',
        to: 'housing',
        mode: 'refer',
        reachable: true,
        note: 'inside',
      } as CaseEvents['CaseSent'],
    });
    expect(toMessages(sent)).toEqual([
      {
        id,
        topic: 'huiyin.case-events.v1',
        key: caseId,
        type: 'huiyin.case.sent.v1',
        source: '/huiyin',
        subject: `case-${caseId}`,
        time: AT,
        dataschema: 'urn:huiyin:contract:huiyin.case.sent.v1',
        traceparent: '00-a-b-01',
        position: 7,
        data: {
          caseId,
          revision: 0,
          occurredAt: AT,
          recordedAt: '2026-03-02T01:00:01.000Z',
          policy: 'xinfang-2022@2',
          by: 'xf',
          to: 'housing',
          mode: 'refer',
          reachable: true,
        },
      },
    ]);
  });

  it('says how to reach the petitioner sealed, in a way that can be opened, and nothing else about them', async () => {
    const privacy = await inMemoryPrivacy();
    const event = await privacy.sealEvent(caseEvent({ type: 'CaseRegistered', data: registered }));
    const [message] = toMessages(event);
    const { petitioner } = message!.data as {
      petitioner: { email: Sealed; origin: { stream: string; eventId: string } };
    };
    expect(Object.keys(petitioner).sort()).toEqual(['email', 'name', 'origin', 'phone', 'subject']);
    const { stream, eventId } = petitioner.origin;
    expect(await privacy.open(petitioner.email, { stream, id: eventId })).toEqual({
      status: 'open',
      text: 'wf@example.cn',
    });
    for (const kept of ['statement', 'identityNumber', 'address', 'summary'])
      expect(JSON.stringify(message)).not.toContain(kept);
  });

  it('never carries a personal value that is not sealed', () => {
    const [message] = toMessages(caseEvent({ type: 'CaseRegistered', data: registered }));
    expect(JSON.stringify(message)).not.toMatch(
      /Wang Fang|13800138000|example\.cn|1101011990|Lane 5|It rains/,
    );
  });
});

it('keeps the names of leaders inside', () => {
  expect(toMessages(stored('office-x', 'LeaderAppointed', {}))).toEqual([]);
});

it('refuses an event that nobody decided about instead of skipping it', () => {
  expect(() => toMessages(stored('case-x', 'CaseTeleported', {}))).toThrow(UnmappedEvent);
  expect(() => toMessages(stored('nothing-x', 'CaseClosed', {}))).toThrow(UnmappedEvent);
});

it('decides about every stored type of every aggregate', () => {
  const decided = Object.entries(CONTRACT_MAP).flatMap(([name, types]) =>
    Object.keys(types).map((type) => `${name} ${type}`),
  );
  const written = Object.values(AGGREGATES).flatMap(({ name, versions }) =>
    Object.keys(versions).map((type) => `${name} ${type}`),
  );
  expect(decided.sort()).toEqual(written.sort());
});

it('has one topic for each message type', () => {
  const types = TOPICS.flatMap(({ contracts }) => Object.keys(contracts));
  expect(new Set(types).size).toBe(types.length);
  expect(types.every(isMessageType)).toBe(true);
});
