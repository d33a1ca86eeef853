import { bundledPacks, validatePack, type PolicyPack } from '.';
import { bundledEvents } from './facts.fixture';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Loose = { [key: string]: any };

/** A copy of a valid pack with one thing changed. */
function broken(change: (pack: Loose) => void): string[] {
  const pack: Loose = structuredClone(bundledPacks[0] as PolicyPack);
  change(pack);
  return validatePack(pack, bundledEvents);
}

describe('validatePack', () => {
  it.each(bundledPacks.map((pack) => [pack.id, pack] as const))('accepts %s', (_, pack) => {
    expect(validatePack(JSON.parse(JSON.stringify(pack)), bundledEvents)).toEqual([]);
  });

  it.each<[string, (pack: Loose) => void, string]>([
    ['a zero period', (p) => (p['duties'][1].period.amount = 0), 'duties[1].period.amount: '],
    [
      'a negative period in a service',
      (p) => (p['services'] = { pothole: { unit: 'days', amount: -2 } }),
      'services.pothole.amount: ',
    ],
    ['half a day', (p) => (p['duties'][0].period.amount = 1.5), 'duties[0].period.amount: '],
    ['a period without an end', (p) => (p['duties'][0].period.amount = 1e9), 'duties[0].period.amount: '],
    ['an unknown unit', (p) => (p['duties'][0].period.unit = 'weeks'), 'duties[0].period.unit: '],
    [
      'a duty that nothing discharges',
      (p) => (p['duties'][0].dischargedBy = []),
      'duties[0].dischargedBy: nothing discharges it',
    ],
    [
      'a duty that nothing raises',
      (p) => (p['duties'][0].raisedBy = []),
      'duties[0].raisedBy: nothing raises it',
    ],
    [
      'an event that does not exist',
      (p) => (p['duties'][0].raisedBy[0].event = 'CaseRegisterd'),
      'duties[0].raisedBy[0].event: unknown event CaseRegisterd',
    ],
    ['the same rule twice', (p) => p['duties'].push(p['duties'][0]), '.id: sort-and-send is there twice'],
    [
      'a duty without a breach',
      (p) => (p['duties'][0].escalation = []),
      'duties[0].escalation: a duty without a breach',
    ],
    [
      'a breach before the due time',
      (p) => (p['duties'][0].escalation[1].offset.amount = -1),
      'duties[0].escalation[1].offset.amount: breach comes at',
    ],
    [
      'a window that breaches',
      (p) =>
        p['duties'].splice(0, 1, {
          ...p['duties'][0],
          kind: 'window',
          escalation: p['duties'][0].escalation.slice(0, 2),
        }),
      'duties[0].escalation[1].do: a window lapses',
    ],
    [
      'a clock that closes before it opens',
      (p) => (p['duties'][0].period = { unit: 'weekday-clock', amount: 1, opens: '17:00', closes: '08:30' }),
      'duties[0].period.closes: ',
    ],
    [
      'a time zone that does not exist',
      (p) => (p['timeZone'] = 'Asia/Bejing'),
      'timeZone: unknown time zone Asia/Bejing',
    ],
    [
      'a ladder that goes down',
      (p) => (p['ladder'].rungs[1].faults = 1),
      'ladder.rungs[1].faults: must be more',
    ],
    [
      'a key that does not exist',
      (p) => (p['duties'][0].dischargeBy = []),
      'duties[0]: Unrecognized key: "dischargeBy"',
    ],
  ])('refuses %s and names the line', (_, change, message) => {
    const problems = broken(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('refuses what is no pack at all', () => {
    expect(validatePack('pack', [])).toEqual([expect.stringMatching(/^pack: /)]);
  });
});

describe('the bundled packs', () => {
  const rules = bundledPacks.flatMap((pack) =>
    pack.duties.map((rule) => [`${pack.id} ${rule.id}`, rule] as const),
  );

  it.each(rules)('%s names its article or says that it is a local setting', (_, { source }) => {
    expect(source.zh).toMatch(/第.+条|本地设定|试行/);
    expect(source.en).toMatch(/Art\. \d+|[Ll]ocal setting|trial/);
  });
});
