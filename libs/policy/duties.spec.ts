import { bundledRules, due, duties, nextStepAt, type Duty, type Fact } from '.';
import { beijing, by, fact, registered, sent, sorted } from './facts.fixture';

const fold = (...history: Fact[]) => duties(history, bundledRules);
const of = (all: readonly Duty[], rule: string) => all.filter((duty) => duty.rule === rule);
const one = (all: readonly Duty[], rule: string): Duty => of(all, rule)[0]!;
const brief = (all: readonly Duty[]) =>
  all.map(({ rule, owner, dueAt, status }) => `${rule} ${owner} ${beijing(dueAt)} ${status}`);

const received = [
  registered('2026-03-02 09:00'),
  sorted('2026-03-03 09:00'),
  sent('2026-03-04 10:00', 'housing'),
];

describe('a case under xinfang-2022', () => {
  it('on registration: the receiver owes sorting and sending in 15 days (Art. 22)', () => {
    expect(brief(fold(registered('2026-03-02 09:00')))).toEqual([
      'sort-and-send petitions 2026-03-17 23:59 open',
    ]);
  });

  it('runs from receipt, not from registration', () => {
    const late = registered('2026-03-05 09:00', { receivedAt: '2026-03-02T01:00:00.000Z' });
    expect(brief(fold(late))).toEqual(['sort-and-send petitions 2026-03-17 23:59 open']);
  });

  it('when sent: the receiver has done its part, the office owes notice (Art. 23) and acceptance, and may object', () => {
    expect(brief(fold(...received))).toEqual([
      'sort-and-send petitions 2026-03-17 23:59 met',
      'acknowledge housing 2026-03-19 23:59 open',
      'object housing 2026-03-11 23:59 open',
      'accept housing 2026-03-24 23:59 open',
    ]);
  });

  it('owes no notice to a petitioner who cannot be reached', () => {
    const all = fold(...received.slice(0, 2), sent('2026-03-04 10:00', 'housing', { reachable: false }));
    expect(of(all, 'acknowledge')).toEqual([]);
  });

  it('when assigned with a period: a closing report by then (Art. 22)', () => {
    const assigned = sent('2026-03-04 10:00', 'housing', { mode: 'assign', resultWithin_days: 30 });
    expect(beijing(one(fold(...received.slice(0, 2), assigned), 'closing-report').dueAt)).toBe(
      '2026-04-03 23:59',
    );
  });

  it('when the objection is upheld: the office is free and the petition department sends it on', () => {
    const all = fold(
      ...received,
      by('CaseObjected', '2026-03-05 09:00', 'housing'),
      by('ObjectionUpheld', '2026-03-06 09:00', 'petitions', { from: 'housing' }),
    );
    expect(brief(all.slice(1))).toEqual([
      'acknowledge housing 2026-03-19 23:59 cancelled',
      'object housing 2026-03-11 23:59 met',
      'accept housing 2026-03-24 23:59 cancelled',
      'decide-objection petitions 2026-03-12 23:59 met',
      'send-again petitions 2026-03-13 23:59 open',
    ]);
  });

  it('when sent to another office: the earlier office is free, the new one owes it', () => {
    const all = fold(...received, sent('2026-03-10 10:00', 'transport'));
    expect(brief(of(all, 'acknowledge'))).toEqual([
      'acknowledge housing 2026-03-19 23:59 cancelled',
      'acknowledge transport 2026-03-25 23:59 open',
    ]);
  });

  it('when sent to the same office again: its clock does not start anew', () => {
    const all = fold(...received, sent('2026-03-10 10:00', 'housing'));
    expect(brief(of(all, 'acknowledge'))).toEqual(['acknowledge housing 2026-03-19 23:59 open']);
  });

  const accepted = [
    ...received,
    by('CaseAccepted', '2026-03-09 15:00', 'housing', { procedure: 'ordinary' }),
  ];

  it('an extension adds its days to the 60, at most 30, and is told to the petitioner (Art. 34)', () => {
    expect(beijing(one(fold(...accepted), 'answer').dueAt)).toBe('2026-05-08 23:59');
    const all = fold(...accepted, by('AnswerExtended', '2026-05-06 10:00', 'housing', { days: 45 }));
    expect(brief(all.slice(-2))).toEqual([
      'answer housing 2026-06-08 23:59 open',
      'extension-notice housing 2026-05-12 23:59 open',
    ]);
    expect(one(all, 'answer').extendedDays).toBe(30);
  });

  it('an extension after the due time changes nothing', () => {
    const all = fold(...accepted, by('AnswerExtended', '2026-05-09 10:00', 'housing', { days: 20 }));
    expect(one(all, 'answer')).toEqual(one(fold(...accepted), 'answer'));
  });

  it('a simple case is accepted in 3 and answered in 10 working days', () => {
    const all = fold(
      registered('2026-03-02 09:00'),
      sorted('2026-03-03 09:00', 'simple'),
      sent('2026-03-04 10:00', 'housing'),
      by('CaseAccepted', '2026-03-06 15:00', 'housing', { procedure: 'simple' }),
    );
    expect(beijing(one(all, 'accept-simple').dueAt)).toBe('2026-03-09 23:59');
    expect(beijing(one(all, 'answer-simple').dueAt)).toBe('2026-03-20 23:59');
  });
});

describe('a fact that arrives again without a revision', () => {
  it('does not take the case back from the office that holds it now', () => {
    const first = sent('2026-03-04 10:00', 'housing');
    const twice = [...received.slice(0, 2), first, sent('2026-03-10 10:00', 'transport'), first];
    expect(fold(...twice)).toEqual(fold(...twice.slice(0, 4)));
  });
});

describe('due', () => {
  const acknowledgedLate = by('CaseAcknowledged', '2026-03-20 08:00', 'housing');
  const steps = (all: readonly Duty[], now: string) =>
    due(of(all, 'acknowledge'), fact('', now).occurredAt).map((step) => `${step.do} ${beijing(step.at)}`);

  it('reminds before, breaches at, supervises and reviews after the due time', () => {
    const all = fold(...received);
    expect(steps(all, '2026-03-16 23:58')).toEqual([]);
    expect(steps(all, '2026-04-30 00:00')).toEqual([
      'remind 2026-03-16 23:59',
      'breach 2026-03-19 23:59',
      'supervise 2026-03-22 23:59',
      'review 2026-03-29 23:59',
    ]);
  });

  it('still records the breach of a duty met late, and nothing else', () => {
    expect(steps(fold(...received, acknowledgedLate), '2026-04-30 00:00')).toEqual([
      'breach 2026-03-19 23:59',
    ]);
  });

  it('asks nothing of a duty met on its last day', () => {
    const all = fold(...received, by('CaseAcknowledged', '2026-03-19 23:59', 'housing'));
    expect(one(all, 'acknowledge').status).toBe('met');
    expect(steps(all, '2026-04-30 00:00')).toEqual([]);
  });

  it('records the breach of an office from which the case was taken after its time', () => {
    const all = fold(...received, sent('2026-03-21 10:00', 'transport'));
    expect(
      due(of(all, 'acknowledge').slice(0, 1), '2026-05-01T00:00:00.000Z').map((step) => step.do),
    ).toEqual(['breach']);
  });

  it('leaves out a reminder that would come before the duty itself', () => {
    const short = sent('2026-03-04 10:00', 'housing', { mode: 'assign', resultWithin_days: 1 });
    const report = one(fold(...received.slice(0, 2), short), 'closing-report');
    expect(report.steps.map((step) => step.do)).toEqual(['breach', 'supervise', 'review']);
  });

  it('never breaches a window', () => {
    expect(due(of(fold(...received), 'object'), '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('reminds anew before an extended date, with another command id', () => {
    const before = fold(
      ...received,
      by('CaseAccepted', '2026-03-09 15:00', 'housing', { procedure: 'ordinary' }),
    );
    const accepted = before.filter(({ rule }) => rule === 'answer');
    const [first] = due(accepted, '2026-05-02T00:00:00.000Z');
    const extension = by('AnswerExtended', '2026-05-06 10:00', 'housing', { days: 10 });
    const after = fold(
      ...received,
      by('CaseAccepted', '2026-03-09 15:00', 'housing', { procedure: 'ordinary' }),
      extension,
    );
    const [second] = due(of(after, 'answer'), '2026-06-01T00:00:00.000Z');
    expect([first?.do, second?.do]).toEqual(['remind', 'remind']);
    expect(first?.commandId).not.toBe(second?.commandId);
  });

  it('names the next instant at which it will have more to say', () => {
    const all = of(fold(...received), 'acknowledge');
    let at: string | undefined = '';
    const seen: string[] = [];
    while ((at = nextStepAt(all, at)) !== undefined) seen.push(at);
    expect(seen).toEqual(due(all, '2027-01-01T00:00:00.000Z').map((step) => step.at));
  });
});
