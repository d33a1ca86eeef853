import { given, refusal, stateAfter } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { officeAggregate, type OfficeEvent } from '.';

const subject = '0196a0c1-5d00-7000-8000-000000000005';
const profile = {
  name: { zh: '市住建局', en: 'Housing Bureau' },
  kind: 'office',
  level: 'city',
  territory: '沈阳市',
  functions: ['housing'],
} as const;
const post = 'first-responsible';
const registered = { type: 'OfficeRegistered', data: profile } satisfies OfficeEvent;
const appointed = {
  type: 'LeaderAppointed',
  data: { post, official: { subject, name: { $personal: '李建国', subject } }, from: '2026-01-05' },
} satisfies OfficeEvent;
const leaving = { post, subject, until: '2026-06-30' } as const;
const succeeded = {
  type: 'OfficeSucceeded',
  data: { successor: 'construction', from: '2026-07-01' },
} satisfies OfficeEvent;
const register = { type: 'RegisterOffice', data: profile } as const;
const appoint = {
  type: 'AppointLeader',
  data: { post, official: { subject, name: '李建国' }, from: '2026-01-05' },
} as const;
const leave = { type: 'EndAppointment', data: leaving } as const;
const succeed = (successor: string) =>
  ({ type: 'NameSuccessor', data: { successor, from: '2026-07-01' } }) as const;

describe('unregistered', () => {
  it('is registered with its level, territory and function lines', () =>
    given(officeAggregate).when(register).then([registered]));
  it('takes no step before it is registered', () =>
    given(officeAggregate).when(appoint).then(refusal('does-not-exist')));
});

describe('serving', () => {
  const led = given(officeAggregate, registered, appointed);
  it('is registered once', () =>
    given(officeAggregate, registered).when(register).then(refusal('already-exists')));
  it('appoints a leader to a post', () => given(officeAggregate, registered).when(appoint).then([appointed]));
  it('appoints the same person to the same post once', () =>
    led.when(appoint).then(refusal('already-exists', { post })));
  it('ends an appointment that there is', () => {
    led.when(leave).then([{ type: 'LeaderLeft', data: leaving }]);
    given(officeAggregate, registered).when(leave).then(refusal('does-not-exist', { post }));
  });
  it('ends the appointment to one post of someone who has two', () => {
    const second = { ...appointed, data: { ...appointed.data, post: 'in-charge' } } satisfies OfficeEvent;
    const left = { type: 'LeaderLeft', data: leaving } satisfies OfficeEvent;
    expect(stateAfter(officeAggregate, registered, appointed, second, left)).toMatchObject({
      leaders: [{ post: 'in-charge', subject }],
    });
    led.when({ ...leave, data: { ...leaving, post: 'in-charge' } }).then(refusal('does-not-exist'));
  });
  it('appoints again who left', () =>
    given(officeAggregate, registered, appointed, { type: 'LeaderLeft', data: leaving })
      .when(appoint)
      .then([appointed]));
  it('is succeeded by another office', () => {
    led.when(succeed('construction'), { id: 'housing' }).then([succeeded]);
    led.when(succeed('housing'), { id: 'housing' }).then(refusal('own-referral', { office: 'housing' }));
    const offices = officeTree({
      works: { successor: 'construction' },
      construction: { successor: 'housing' },
    });
    led
      .when(succeed('works'), { id: 'housing', offices })
      .then(refusal('own-referral', { office: 'housing' }));
  });
});

describe('succeeded', () => {
  it('takes no other step and names who answers for it now', () =>
    given(officeAggregate, registered, succeeded)
      .when(appoint)
      .then(refusal('wrong-state', { status: 'succeeded', successor: 'construction' })));
});
