import { given, ID, refusal } from '@huiyin/testing/decision';
import { standingAggregate } from '.';
import { standingUnder } from './standing.fixture';

const review = (n: number): string => `0196a0c1-5d00-7000-8000-${String(n).padStart(12, '0')}`;
const DAYS = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10'];

/** A county that came as far as key management, and did all that each rung asked for. */
function keyManaged() {
  const county = standingUnder('no-award');
  for (const day of DAYS) {
    county.fault(day);
    county.settle(`${day.slice(0, 8)}15`);
  }
  const setAside = (n: number, day: string) => county.give(day, 'SetFaultAside', { reviewId: review(n) });
  return { ...county, setAside };
}

describe('a fault that no longer counts', () => {
  it('takes back the rung that it alone led to, and what the rung asked for', () => {
    const county = standingUnder('no-award');
    county.fault('2026-01-10');
    expect(county.owed()).toHaveLength(1);
    expect(county.give('2026-01-12', 'SetFaultAside', { reviewId: review(1) })).toEqual([
      'FaultSetAside',
      'OrderWithdrawn',
      'RungWithdrawn',
    ]);
    expect([county.rung(), county.owed()]).toEqual([undefined, []]);
    expect(county.state()).toMatchObject({ status: 'clear', faults: [], open: {} });
  });
  it('leaves the office where the other faults lead, out of key management', () => {
    const county = keyManaged();
    expect([county.rung(), county.state().keyManagement]).toEqual(['key-management', true]);
    expect(county.setAside(4, '2026-04-20')).toEqual(['FaultSetAside', 'KeyManagementLeft', 'RungWithdrawn']);
    expect(county.rung()).toBe('second-talk');
    expect(county.state()).toMatchObject({ keyManagement: false, noAwardIn: [2026] });
    expect(county.last('FaultSetAside')).toMatchObject({ inWindow: 3 });
  });
  it('gives the award back where the talk that cost it no longer stands', () => {
    const county = keyManaged();
    county.setAside(4, '2026-04-20');
    expect(county.setAside(3, '2026-04-21')).toEqual(['FaultSetAside', 'AwardRestored', 'RungWithdrawn']);
    expect(county.state()).toMatchObject({ status: 'on-rung', rung: 'talk', noAwardIn: [] });
  });
  it('is the same wherever it was among the others', () => {
    const [first, last] = [keyManaged(), keyManaged()];
    first.setAside(1, '2026-04-20');
    last.setAside(4, '2026-04-20');
    expect(first.rung()).toBe(last.rung());
  });
  it('counts again when the dispute was rejected, from the day on which it was found first', () => {
    const county = keyManaged();
    county.setAside(4, '2026-04-20');
    const data = {
      pack: 'xinfang-2022',
      reviewId: review(4),
      caseId: ID,
      kind: 'silent',
      gravity: 'ordinary',
    };
    expect(county.give(DAYS[3]!, 'CountFault', data, 'city')).toContain('RungReached');
    expect(county.rung()).toBe('key-management');
    expect(county.state().faults).toHaveLength(4);
  });
});

test('what does not count cannot cease to', () =>
  given(standingAggregate)
    .when({ type: 'SetFaultAside', data: { reviewId: review(1) } })
    .then(refusal('fault-not-counted', { reviewId: review(1) })));
