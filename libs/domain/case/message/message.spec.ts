import { given, refusal, stateAfter } from '@huiyin/testing/decision';
import { EVERY_OFFICE } from '../../offices';
import { caseAggregate } from '..';
import { event, registered, toClosed, toSent } from '../case.fixture';
import { MESSAGES_MAX } from './rules/a-request-holds-so-many-messages';

const text = '昨晚下雨后坑更大了。';
const add = { type: 'AddMessage', data: { text } } as const;
const added = event('MessageAdded', { text });
const filed = event('CaseRegistered', { ...registered.data, channel: 'open311' });

describe('a message', () => {
  it('adds to a request that was filed in public, whatever has become of it', () => {
    for (const history of [[filed], [filed, ...toSent.slice(1)], [filed, ...toClosed.slice(1), added]])
      given(caseAggregate, ...history)
        .when(add)
        .then([added]);
  });
  it('is not taken where the case was not filed in public', () =>
    given(caseAggregate, ...toSent)
      .when(add)
      .then(refusal('not-a-public-request')));
  it('is refused when the request is full of them', () => {
    const messages = Array.from({ length: MESSAGES_MAX - 1 }, () => added);
    given(caseAggregate, filed, ...messages)
      .when(add)
      .then([added]);
    given(caseAggregate, filed, ...messages, added)
      .when(add)
      .then(refusal('too-many-messages', { most: MESSAGES_MAX }));
  });
  it('changes nothing of the case', () => {
    const [before, after] = [stateAfter(caseAggregate, filed), stateAfter(caseAggregate, filed, added)];
    expect({ ...after, parts: before.parts }).toEqual(before);
  });
  it('seals its sender, each under a key of its own', () => {
    const data = { text, sender: { name: '王小明', phone: '13800000000' } };
    const command = { id: 'case-1', now: '', occurredAt: '', actor: 'x', type: 'AddMessage', data } as const;
    const senders = [[filed], [filed, added]].map((history) => {
      const decision = caseAggregate.decide(command, stateAfter(caseAggregate, ...history), {
        offices: EVERY_OFFICE,
      } as never);
      return decision.ok
        ? ((decision.events[0]!.data as { sender?: unknown }).sender as Record<string, unknown>)
        : undefined;
    });
    const [first, second] = senders;
    const subject = first?.['subject'];
    expect(first).toMatchObject({
      name: { $personal: '王小明', subject },
      phone: { $personal: '13800000000', subject },
    });
    expect(second?.['subject']).not.toBe(subject);
  });
  it('is of a case that exists', () => {
    given(caseAggregate).when(add).then(refusal('does-not-exist'));
    expect(() => stateAfter(caseAggregate, added)).toThrow('damaged log: MessageAdded in state unregistered');
  });
});
