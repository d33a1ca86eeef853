import { bundledPacks, bundledRules, ruleBook, triggered, type Fact, type PolicyPack } from '.';
import { bundledCalendars } from './bundled';
import { fact, registered, sent, sorted } from './facts.fixture';

const xinfang = bundledPacks.find(({ id }) => id === 'xinfang-2022') as PolicyPack;
const received = [registered('2026-03-02 09:00'), sorted('2026-03-03 09:00')];
const handled = [...received, sent('2026-03-04 10:00', 'housing')];
const repeats = (count: number): Fact =>
  fact('RepeatCounted', `2026-03-0${5 + count} 10:00`, { by: 'petitions', repeats: count, signatories: 1 });
const brief = (history: readonly Fact[], rules = bundledRules) =>
  triggered(history, rules).map(({ trigger, occurrence, owner, overseer, facts }) =>
    [trigger, occurrence, owner, overseer, facts.length].join(' '),
  );
/** The pack with one number changed, as a city would adopt it. */
const withThreshold = (id: string, change: object) => {
  const triggers = xinfang.supervision!.triggers.map((one) => (one.id === id ? { ...one, ...change } : one));
  return ruleBook([{ ...xinfang, supervision: { ...xinfang.supervision!, triggers } }], bundledCalendars);
};

describe('what the record calls for', () => {
  it('is nothing below the threshold', () => expect(brief([...handled, repeats(1), repeats(2)])).toEqual([]));
  it('is an order to the office that handles the case, from the petition department', () =>
    expect(brief([...handled, repeats(1), repeats(2), repeats(3)])).toEqual([
      'repeats 1 housing petitions 3',
    ]));
  it('waits until an office handles the case', () => {
    const early = [...received, repeats(1), repeats(2), repeats(3)];
    expect(brief(early)).toEqual([]);
    const sentLater = sent('2026-03-20 10:00', 'water');
    expect(triggered([...early, sentLater], bundledRules)).toMatchObject([
      { owner: 'water', at: sentLater.occurredAt },
    ]);
  });
  it('has the same ids whenever it is asked, and another for each occurrence', () => {
    const history = [...handled, ...[1, 2, 3].map(repeats)];
    const [first] = triggered(history, bundledRules);
    const six = fact('RepeatCounted', '2026-03-20 10:00', { by: 'petitions', repeats: 6, signatories: 1 });
    const all = triggered([...history, six], bundledRules);
    expect(all[0]).toEqual(first);
    expect(all.map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    expect(new Set(all.map(({ commandId }) => commandId)).size).toBe(2);
  });
  it('does not come anew when a repeat is taken back and counted again', () =>
    expect(brief([...handled, repeats(3), repeats(2), repeats(3)])).toEqual([
      'repeats 1 housing petitions 1',
    ]));
  it('follows the number in the pack', () => {
    const history = [...handled, repeats(1), repeats(2), repeats(3)];
    expect(brief(history, withThreshold('matter-repeated', { atLeast: 2 }))).toEqual([
      'repeats 1 housing petitions 2',
    ]);
    expect(brief(history, withThreshold('matter-repeated', { atLeast: 1 }))).toHaveLength(3);
    expect(brief(history, withThreshold('matter-repeated', { atLeast: 1, again: false }))).toHaveLength(1);
    expect(brief(history, withThreshold('matter-repeated', { atLeast: 4 }))).toEqual([]);
  });
  it('is nothing under a pack without triggers', () => {
    const { supervision: _, ...without } = xinfang;
    expect(brief([...handled, repeats(3)], ruleBook([without], bundledCalendars))).toEqual([]);
  });
});

test('advice that is refused is an order from whoever gave it, once', () => {
  const between = { office: 'housing', adviser: 'petitions' };
  const history = [
    fact('AdviceGiven', '2026-03-02 09:00', { ...between, pack: 'xinfang-2022@2', by: 'petitions' }),
    fact('AdviceRefused', '2026-03-10 09:00', { ...between, by: 'housing', explained: true }),
  ];
  expect(brief(history)).toEqual(['refused-opinion 1 housing petitions 1']);
  expect(brief(history.slice(0, 1))).toEqual([]);
});
