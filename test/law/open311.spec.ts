import { bundledRules, ruleBook, type PolicyPack } from '@huiyin/policy';
import { by } from '@huiyin/policy/facts.fixture';
import { owed, registered } from './law.fixture';

/* Municipal service requests: each service has its expected period. The worked example is Boston's. */

const pack = bundledRules.pack('open311');
const boston: PolicyPack = {
  ...pack,
  services: {
    pothole: { unit: 'weekday-clock', amount: 2, opens: '08:30', closes: '17:00' },
    graffiti: { unit: 'calendar-days-exact', amount: 7 },
  },
};
const rules = ruleBook([boston], [bundledRules.calendar('weekdays')]);
const filed = (service: string, at: string) => {
  const receivedAt = new Date(at).toISOString();
  return registered(receivedAt, 'open311@2', { service, receivedAt });
};
/** In Boston, as `owed` tells it by Beijing's clock: twelve hours on in summer. */
const dueInBoston = (service: string, at: string): string | undefined =>
  owed('resolve', [filed(service, at)], rules)?.replace(/^petitions until (.*), open$/, '$1');

describe('Open311 service requests', () => {
  it.each([
    ['inside the clock', '2026-06-01T10:15:00-04:00', '2026-06-03 22:15'],
    ['before it opens', '2026-06-01T06:00:00-04:00', '2026-06-03 20:30'],
    ['after it closes', '2026-06-01T17:00:00-04:00', '2026-06-04 20:30'],
    ['on a weekend', '2026-06-06T06:00:00-04:00', '2026-06-10 20:30'],
  ])('two weekdays by a clock from 08:30 to 17:00, filed %s', (_, at, due) =>
    expect(dueInBoston('pothole', at)).toBe(due),
  );
  it('seven calendar days run to the minute', () =>
    expect(dueInBoston('graffiti', '2026-06-05T22:00:00-04:00')).toBe('2026-06-13 10:00'));
  it('a service without a period has no due date', () =>
    expect(dueInBoston('unknown', '2026-06-01T10:15:00-04:00')).toBeUndefined());
  it('a request is open until it is answered or closed', () => {
    const history = [filed('graffiti', '2026-06-01T10:15:00-04:00')];
    for (const type of ['CaseAnswered', 'CaseClosed'])
      expect(owed('resolve', [...history, by(type, '2026-06-05 10:00', 'petitions')], rules)).toMatch(/met$/);
    expect(owed('resolve', history, rules)).toMatch(/open$/);
  });
});
