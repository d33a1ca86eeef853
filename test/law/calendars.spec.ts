import { bundledRules, duties, explain, type Fact } from '@huiyin/policy';
import { beijing } from '@huiyin/policy/facts.fixture';
import { registered, sent, sorted } from './law.fixture';

/* The calendar is data: what the State Council announced, and nothing beyond it. */

const china = bundledRules.calendar('cn');
const objection = (at: string) => {
  const history: readonly Fact[] = [registered(at, 'xinfang-2022@2'), sorted(at), sent(at)];
  return duties(history, bundledRules).find(({ rule }) => rule === 'object')!;
};

describe('days off and working days', () => {
  it('the days off and make-up days (调休) of National Day 2025 are those that were announced', () => {
    const october = Array.from({ length: 8 }, (_, day) => `2025-10-0${day + 1}`);
    expect(china.daysOff).toEqual(expect.arrayContaining(october));
    expect(china.makeUpDays).toEqual(expect.arrayContaining(['2025-09-28', '2025-10-11']));
    // Fri 26 September: Sun 28, Mon, Tue, then Thu 9 and Fri 10 October are worked.
    expect(beijing(objection('2025-09-26 10:00').dueAt)).toBe('2025-10-10 23:59');
  });
  it('every make-up day is a weekend day, and none is a day off', () => {
    const off = new Set(china.daysOff);
    for (const day of china.makeUpDays) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(off.has(day)).toBe(false);
    }
  });
  it('a year without data is Monday to Friday, provisional, and the explanation says so', () => {
    const after = objection(`${china.lastYear}-12-30 10:00`);
    expect(after.provisional).toBe(true);
    expect(explain(after, bundledRules, 'zh-CN')).toMatch(/暂/);
    expect(explain(after, bundledRules, 'en')).toMatch(/provisional/i);
    expect(objection('2026-03-02 10:00').provisional).toBe(false);
  });
});
