import type { Fact } from '@huiyin/policy';
import { accepted, acknowledged, give, owed, registered, sent, sorted, sourceOf } from './law.fixture';

const TRIAL = '信访事项简易办理办法（试行）';
const ordinary = registered('2026-03-02 09:00', 'xinfang-2022@2');
const SORTED = [ordinary, sorted('2026-03-03 09:00', 'simple')];
const SENT = [...SORTED, sent('2026-03-04 10:00')];
const ACCEPTED = [...SENT, acknowledged('2026-03-05 10:00'), accepted('2026-03-06 15:00', 'simple')];

const CLOCKS: readonly (readonly [string, string, readonly Fact[], string])[] = [
  ['1 working day per forwarding level', 'forward-simple', SORTED, 'petitions until 2026-03-04 23:59, open'],
  ['accepted in 3 working days', 'accept-simple', SENT, 'housing until 2026-03-09 23:59, open'],
  [
    'opinion in 10 working days from acceptance',
    'answer-simple',
    ACCEPTED,
    'housing until 2026-03-20 23:59, open',
  ],
];

describe(`简易办理 (2016 trial)`, () => {
  it.each(CLOCKS)('%s', (_, rule, history, expected) => {
    expect(owed(rule, history)).toBe(expected);
    expect(sourceOf('xinfang-2022', rule)).toContain(TRIAL);
    expect(sourceOf('xinfang-2005', rule)).toContain(TRIAL);
  });

  it('knows none of the ordinary clocks', () => {
    expect([owed('accept', SENT), owed('answer', ACCEPTED)]).toEqual([undefined, undefined]);
  });

  it.each(['phone', 'message'])('notice by %s is allowed', (how) => {
    expect(give(SENT, '2026-03-05 10:00', 'AcknowledgeCase', { how })).toEqual(['CaseAcknowledged']);
  });

  const simple = (more: object = {}) => ({
    routes: [{ claim: 'c1', route: 'residual' }],
    procedure: 'simple',
    ...more,
  });
  const sort = (data: object, history: readonly Fact[] = [ordinary]) =>
    give(history, '2026-03-02 10:00', 'SortCase', data);

  it('is for first petitions whose facts and responsibility are clear', () => {
    expect(sort(simple())).toEqual(['CaseSorted']);
  });

  it.each(['not-a-first-petition', 'likely-refusal', 'several-offices', 'complex'])(
    'not for: %s',
    (reason) => {
      expect(sort(simple({ unfit: [reason] }))).toBe('not-simple');
    },
  );

  it.each(['litigation', 'arbitration', 'party-appeal', 'administrative', 'statutory-duty'])(
    'not for a matter with a statutory route: %s',
    (route) => {
      expect(sort(simple({ routes: [{ claim: 'c1', route }] }))).toBe('not-simple');
    },
  );

  it('not for joint matters', () => {
    expect(sort(simple(), [registered('2026-03-02 09:00', 'xinfang-2022@2', { kind: 'joint' })])).toBe(
      'not-simple',
    );
  });

  it('not for assigned (交办) matters', () => {
    const send = (mode: string) => give(SORTED, '2026-03-03 10:00', 'SendCase', { to: 'housing', mode });
    expect([send('assign'), send('refer')]).toEqual(['not-simple', ['CaseSent']]);
  });

  it('what is not simple is still taken up, by the ordinary procedure', () => {
    expect(sort(simple({ procedure: 'ordinary', unfit: ['complex'] }))).toEqual(['CaseSorted']);
  });
});
