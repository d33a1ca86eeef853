import { bundledCalendars, bundledPacks, ladders, validatePack, withLadder, type PolicyPack } from '.';
import { everyEvent } from './facts.fixture';

/** What is put where: `duties[0].period.amount`; undefined takes it away. */
type Change = Readonly<Record<string, unknown>>;
type Node = Record<string, unknown>;

const known = {
  events: everyEvent(),
  packs: (ref: string) => bundledPacks.find(({ id }) => id === ref),
  calendars: (ref: string) => bundledCalendars.some(({ id }) => id === ref),
};
const xinfang = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;

function put(pack: PolicyPack, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop()!;
  const holder = keys.reduce((node, key) => node[key] as Node, pack as unknown as Node);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

/** What is wrong with a copy of a valid pack with one thing changed. */
function broken(change: Change, pack: PolicyPack = xinfang): string[] {
  const copy = structuredClone(pack);
  for (const [path, value] of Object.entries(change)) put(copy, path, value);
  return validatePack(copy, known);
}
const [first] = xinfang.duties;
const place = (id: string): string => `duties[${xinfang.duties.findIndex((rule) => rule.id === id)}]`;
const withRank = withLadder(
  xinfang,
  ladders.find(({ id }) => id === 'quarterly-rank')!,
);
const withHeightened = withLadder(
  xinfang,
  ladders.find(({ id }) => id === 'collective-talk')!,
);

describe('validatePack', () => {
  it.each(bundledPacks.map((pack) => [pack.id, pack] as const))('accepts %s', (_, pack) => {
    expect(validatePack(JSON.parse(JSON.stringify(pack)), known)).toEqual([]);
  });

  it.each(ladders.map((ladder) => [ladder.id, ladder] as const))('accepts the ladder %s', (_, ladder) => {
    expect(validatePack(JSON.parse(JSON.stringify(withLadder(xinfang, ladder))), known)).toEqual([]);
  });

  it.each<[string, Change, string]>([
    ['a zero period', { 'duties[1].period.amount': 0 }, 'duties[1].period.amount: '],
    [
      'a negative period in a service',
      { services: { pothole: { unit: 'days', amount: -2 } } },
      'services.pothole.amount: ',
    ],
    ['half a day', { 'duties[0].period.amount': 1.5 }, 'duties[0].period.amount: '],
    ['a period without an end', { 'duties[0].period.amount': 1e9 }, 'duties[0].period.amount: '],
    ['an unknown unit', { 'duties[0].period.unit': 'weeks' }, 'duties[0].period.unit: '],
    [
      'a duty that nothing discharges',
      { 'duties[0].dischargedBy': [] },
      'duties[0].dischargedBy: nothing discharges it',
    ],
    ['a duty that nothing raises', { 'duties[0].raisedBy': [] }, 'duties[0].raisedBy: nothing raises it'],
    [
      'an event that does not exist',
      { 'duties[0].raisedBy[0].event': 'CaseRegisterd' },
      'duties[0].raisedBy[0].event: unknown event CaseRegisterd',
    ],
    ['a threshold of nothing', { 'supervision.triggers[0].atLeast': 0 }, 'supervision.triggers[0].atLeast: '],
    [
      'a threshold beyond all bounds',
      { 'supervision.triggers[0].atLeast': 1e6 },
      'supervision.triggers[0].atLeast: ',
    ],
    [
      'a threshold that nothing counts towards',
      { 'supervision.triggers[0].on': [] },
      'supervision.triggers[0].on: nothing counts towards it',
    ],
    [
      'a threshold on what is in no case',
      { 'supervision.triggers[1].on[0].event': 'FundOpened' },
      'supervision.triggers[1].on[0].event: never counts: FundOpened is in no case and no advice',
    ],
    ['a calendar that nobody adopted', { calendar: 'mars' }, 'calendar: unknown calendar mars'],
    [
      'a threshold on an event that does not exist',
      { 'supervision.triggers[1].on[0].event': 'PetitionerCounted' },
      'supervision.triggers[1].on[0].event: unknown event PetitionerCounted',
    ],
    [
      'a trigger for which nobody is supervised',
      { 'supervision.triggers[0].trigger': 'visited' },
      'supervision.triggers[0].trigger: ',
    ],
    [
      'a reminder for a reason',
      { 'duties[0].escalation[0].trigger': 'delay' },
      'duties[0].escalation[0].trigger: only a supervision order has a trigger',
    ],
    [
      'the same rule twice',
      { [`duties[${xinfang.duties.length}]`]: first },
      '.id: sort-and-send is there twice',
    ],
    [
      'a duty without a breach',
      { 'duties[0].escalation': [] },
      'duties[0].escalation: a duty without a breach',
    ],
    [
      'a breach before the due time',
      { 'duties[0].escalation[1].offset.amount': -1 },
      'duties[0].escalation[1].offset.amount: breach comes at',
    ],
    [
      'a window that breaches',
      { 'duties[0]': { ...first!, kind: 'window', escalation: first!.escalation.slice(0, 2) } },
      'duties[0].escalation[1].do: a window lapses',
    ],
    [
      'a clock that closes before it opens',
      { 'duties[0].period': { unit: 'weekday-clock', amount: 1, opens: '17:00', closes: '08:30' } },
      'duties[0].period.closes: ',
    ],
    [
      'a time zone that does not exist',
      { timeZone: 'Asia/Bejing' },
      'timeZone: unknown time zone Asia/Bejing',
    ],
    ['a ladder that goes down', { 'ladder.rungs[1].faults': 1 }, 'ladder.rungs[1].faults: must be more'],
    ['a rung that nothing leads to', { 'ladder.rungs[0].faults': undefined }, 'ladder.rungs[0]: unreachable'],
    [
      'a rung that waits for a ranking which the ladder does not count',
      { 'ladder.rungs[0].placings': 1 },
      'ladder.rungs[0].placings: unreachable: the ladder counts no ranking',
    ],
    [
      'a rung that waits for a heightened period which there is not',
      { 'ladder.rungs[0].heightenedFaults': 1 },
      'ladder.rungs[0].heightenedFaults: unreachable',
    ],
    [
      'a ranking of petitions',
      { 'ladder.ranking': { ranks: 'petitions', every: 'month', worst: 2 } },
      'ladder.ranking.ranks: ',
    ],
    [
      'a talk that nobody owes',
      { duties: xinfang.duties.filter(({ id }) => id !== 'hold-talk') },
      'ladder.rungs[0].talk: no duty is raised by TalkOrdered and met by TalkHeld',
    ],
    [
      'rectification that nothing discharges',
      { [`${place('rectify')}.dischargedBy`]: [{ event: 'TalkHeld' }] },
      'ladder.rungs[3].rectification: no duty is raised by RectificationOrdered and met by',
    ],
    [
      'a review of a review, for ever',
      { [`${place('state-side')}.escalation[3]`]: { do: 'review', offset: { unit: 'days', amount: 3 } } },
      '.do: review leads back to the same duty',
    ],
    [
      'a breach that raises the duty which it breaches',
      { 'duties[0].raisedBy[1]': { event: 'DutyBreached', where: { rule: 'sort-and-send' } } },
      'duties[0].escalation[1].do: breach leads back to the same duty',
    ],
    [
      'an earlier pack that nobody has adopted',
      { 'inForce.before': 'xinfang-1995' },
      'inForce.before: unknown policy pack xinfang-1995',
    ],
    [
      'a pack that comes before itself',
      { 'inForce.before': 'xinfang-2022@1' },
      'inForce.before: leads back to this pack',
    ],
    [
      'a pack that ends before it begins',
      { 'inForce.until': '2022-04-30' },
      'inForce.until: it ends before it begins',
    ],
    [
      'a key that does not exist',
      { 'duties[0].dischargeBy': [] },
      'duties[0]: Unrecognized key: "dischargeBy"',
    ],
  ])('refuses %s and names the line', (_, change, message) => {
    const problems = broken(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it.each<[string, PolicyPack, Change, string]>([
    [
      'heightened periods that overlap',
      withHeightened,
      { 'ladder.heightened[1].from': '2026-03-15' },
      'ladder.heightened[1].from: overlaps heightened[0]',
    ],
    [
      'a heightened period that ends before it begins',
      withHeightened,
      { 'ladder.heightened[0].to': '2026-02-01' },
      'ladder.heightened[0].to: it ends before it begins',
    ],
    [
      'more rankings than the window holds',
      withRank,
      { 'ladder.window.amount': 180 },
      'ladder.rungs[3].placings: unreachable: the window holds fewer rankings',
    ],
    [
      'no award after talks where no rung asks for one',
      withRank,
      { 'ladder.noAwardAfterTalks': 2, 'ladder.rungs[2].talk': undefined },
      'ladder.noAwardAfterTalks: no rung asks for a talk',
    ],
    [
      'a talk by a post that does not exist',
      withHeightened,
      { 'ladder.rungs[0].talk.by': ['neighbour'] },
      'ladder.rungs[0].talk.by[0]: ',
    ],
  ])('refuses %s and names the line', (_, pack, change, message) => {
    expect(broken(change, pack)).toEqual([expect.stringContaining(message)]);
  });

  it('refuses a duty whose end is recorded on streams of another kind', () => {
    const events = new Map([...known.events, ['CaseSent', ['case']], ['CaseRegistered', ['review']]]);
    expect(validatePack(xinfang, { ...known, events })).toContain(
      'duties[0].dischargedBy: never discharged: these events are of other streams',
    );
  });

  it('refuses packs that come before one another in a ring, however long, and a chain without an end', () => {
    const chain = (...ids: readonly string[]) => {
      const packs = new Map(
        ids.map((id, index) => {
          const before = ids[index + 1];
          return [id, { ...xinfang, id, inForce: { from: '2020-01-01', ...(before && { before }) } }];
        }),
      );
      return { ...known, packs: (ref: string) => packs.get(ref.split('@')[0]!) };
    };
    const after = (before: string) => ({ ...xinfang, inForce: { from: '2022-05-01', before } });
    expect(validatePack(after('second'), chain('second', 'xinfang-2022'))).toEqual([
      'inForce.before: leads back to this pack through second',
    ]);
    expect(validatePack(after('b@3'), chain('b', 'c', 'xinfang-2022'))).toEqual([
      'inForce.before: leads back to this pack through b@3, c',
    ]);
    const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
    expect(validatePack(after('p0'), chain(...ids))).toEqual([
      'inForce.before: more than 10 packs come before one another',
    ]);
    expect(validatePack(after('p0'), chain(...ids.slice(0, 10)))).toEqual([]);
  });

  it('refuses what is no pack at all', () => {
    expect(validatePack('pack', known)).toEqual([expect.stringMatching(/^pack: /)]);
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
