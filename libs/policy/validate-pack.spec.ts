import { bundledPacks, ladders, validatePack, withLadder, type PolicyPack } from '.';
import { everyEvent } from './facts.fixture';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Loose = { [key: string]: any };

const known = { events: everyEvent(), packs: (ref: string) => bundledPacks.some(({ id }) => id === ref) };
const xinfang = bundledPacks.find(({ id }) => id === 'xinfang-2022')!;

/** A copy of a valid pack with one thing changed. */
function broken(change: (pack: Loose) => void, pack: PolicyPack = xinfang): string[] {
  const copy: Loose = structuredClone(pack);
  change(copy);
  return validatePack(copy, known);
}
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
    [
      'a threshold of nothing',
      (p) => (p['supervision'].triggers[0].atLeast = 0),
      'supervision.triggers[0].atLeast: ',
    ],
    [
      'a threshold beyond all bounds',
      (p) => (p['supervision'].triggers[0].atLeast = 1e6),
      'supervision.triggers[0].atLeast: ',
    ],
    [
      'a threshold that nothing counts towards',
      (p) => (p['supervision'].triggers[0].on = []),
      'supervision.triggers[0].on: nothing counts towards it',
    ],
    [
      'a threshold on an event that does not exist',
      (p) => (p['supervision'].triggers[1].on[0].event = 'PetitionerCounted'),
      'supervision.triggers[1].on[0].event: unknown event PetitionerCounted',
    ],
    [
      'a trigger for which nobody is supervised',
      (p) => (p['supervision'].triggers[0].trigger = 'visited'),
      'supervision.triggers[0].trigger: ',
    ],
    [
      'a reminder for a reason',
      (p) => (p['duties'][0].escalation[0].trigger = 'delay'),
      'duties[0].escalation[0].trigger: only a supervision order has a trigger',
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
      'a rung that nothing leads to',
      (p) => delete p['ladder'].rungs[0].faults,
      'ladder.rungs[0]: unreachable',
    ],
    [
      'a rung that waits for a ranking which the ladder does not count',
      (p) => (p['ladder'].rungs[0].placings = 1),
      'ladder.rungs[0].placings: unreachable: the ladder counts no ranking',
    ],
    [
      'a rung that waits for a heightened period which there is not',
      (p) => (p['ladder'].rungs[0].heightenedFaults = 1),
      'ladder.rungs[0].heightenedFaults: unreachable',
    ],
    [
      'a ranking of petitions',
      (p) => (p['ladder'].ranking = { ranks: 'petitions', every: 'month', worst: 2 }),
      'ladder.ranking.ranks: ',
    ],
    [
      'a talk that nobody owes',
      (p) => (p['duties'] = p['duties'].filter(({ id }: { id: string }) => id !== 'hold-talk')),
      'ladder.rungs[0].talk: no duty is raised by TalkOrdered and met by TalkHeld',
    ],
    [
      'rectification that nothing discharges',
      (p) =>
        (p['duties'].find(({ id }: { id: string }) => id === 'rectify').dischargedBy = [
          { event: 'TalkHeld' },
        ]),
      'ladder.rungs[3].rectification: no duty is raised by RectificationOrdered and met by',
    ],
    [
      'a review of a review, for ever',
      (p) =>
        p['duties']
          .find(({ id }: { id: string }) => id === 'state-side')
          .escalation.push({ do: 'review', offset: { unit: 'days', amount: 3 } }),
      '.do: review leads back to the same duty',
    ],
    [
      'a breach that raises the duty which it breaches',
      (p) => p['duties'][0].raisedBy.push({ event: 'DutyBreached', where: { rule: 'sort-and-send' } }),
      'duties[0].escalation[1].do: breach leads back to the same duty',
    ],
    [
      'an earlier pack that nobody has adopted',
      (p) => (p['inForce'].before = 'xinfang-1995'),
      'inForce.before: unknown policy pack xinfang-1995',
    ],
    [
      'a pack that comes before itself',
      (p) => (p['inForce'].before = 'xinfang-2022@1'),
      'inForce.before: leads back to this pack',
    ],
    [
      'a pack that ends before it begins',
      (p) => (p['inForce'].until = '2022-04-30'),
      'inForce.until: it ends before it begins',
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

  it.each<[string, PolicyPack, (pack: Loose) => void, string]>([
    [
      'heightened periods that overlap',
      withHeightened,
      (p) => (p['ladder'].heightened[1].from = '2026-03-15'),
      'ladder.heightened[1].from: overlaps heightened[0]',
    ],
    [
      'a heightened period that ends before it begins',
      withHeightened,
      (p) => (p['ladder'].heightened[0].to = '2026-02-01'),
      'ladder.heightened[0].to: it ends before it begins',
    ],
    [
      'more rankings than the window holds',
      withRank,
      (p) => (p['ladder'].window.amount = 180),
      'ladder.rungs[3].placings: unreachable: the window holds fewer rankings',
    ],
    [
      'no award after talks where no rung asks for one',
      withRank,
      (p) => {
        p['ladder'].noAwardAfterTalks = 2;
        delete p['ladder'].rungs[2].talk;
      },
      'ladder.noAwardAfterTalks: no rung asks for a talk',
    ],
    [
      'a talk by a post that does not exist',
      withHeightened,
      (p) => (p['ladder'].rungs[0].talk.by = ['neighbour']),
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
