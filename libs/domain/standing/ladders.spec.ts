import { ladders } from '@huiyin/policy';
import { standingUnder } from './standing.fixture';

/* M32: the ladders that cities use, walked rung by rung. Talks and measures are owed by the city above the county. */

describe('(a) secretaries', () => {
  const on = () => standingUnder('secretaries');
  it('the deputy secretary talks, then the secretary, then key management with organisational handling', () => {
    const county = on();
    expect(county.fault('2026-03-02')).toEqual(['FaultCounted', 'RungReached', 'TalkOrdered']);
    expect(county.owed()).toEqual(['hold-talk city 2026-03-17']);
    expect(county.last('TalkOrdered')).toMatchObject({
      by: 'city',
      holders: ['deputy-party-secretary'],
      with: ['county-head'],
      collective: false,
    });
    county.settle('2026-03-10');
    expect(county.owed()).toEqual([]);

    county.fault('2026-05-01');
    expect(county.last('TalkOrdered')).toMatchObject({
      rung: 'secretary-talk',
      holders: ['party-secretary'],
    });
    county.settle('2026-05-10');

    expect(county.fault('2026-07-01')).toEqual([
      'FaultCounted',
      'RungReached',
      'MeasureOrdered',
      'RectificationOrdered',
      'KeyManagementEntered',
    ]);
    expect(county.state()).toMatchObject({ rung: 'key-management', keyManagement: true });
    expect(county.owed()).toEqual(['take-measure city 2026-07-31', 'rectify county 2026-09-29']);
  });
  it('a fault that has left the window does not lead up', () => {
    const county = on();
    county.fault('2025-03-02');
    county.fault('2026-03-02');
    expect(county.rung()).toBe('deputy-secretary-talk');
  });
});

describe('(b) collective-talk', () => {
  const on = () => standingUnder('collective-talk');
  it('two secretaries talk, then all with the organisation department, then key management', () => {
    const county = on();
    county.fault('2026-05-04');
    expect(county.last('TalkOrdered')).toMatchObject({
      holders: ['discipline-secretary', 'political-legal-secretary'],
      collective: false,
    });
    county.settle('2026-05-06');
    county.fault('2026-06-04');
    expect(county.last('TalkOrdered')).toMatchObject({ collective: true });
    expect(county.last('TalkOrdered')!.holders).toContain('organisation-head');
    county.settle('2026-06-06');
    county.fault('2026-07-04');
    expect(county.state()).toMatchObject({ rung: 'key-management', keyManagement: true });
  });
  it('in a heightened period one fault is talked about by all, and a second leads to key management', () => {
    const county = on();
    county.fault('2026-04-20', '2026-03-05');
    expect(county.rung()).toBe('collective-talk');
    county.fault('2026-04-21', '2026-03-15');
    expect(county.rung()).toBe('key-management');
  });
  it('faults of two heightened periods do not count together as one', () => {
    const county = on();
    county.fault('2026-04-20', '2026-03-05');
    county.fault('2026-10-20', '2026-10-01');
    expect(county.rung()).toBe('collective-talk');
  });
  it('what is confirmed in a heightened period, but happened before it, counts as any other', () => {
    const county = on();
    county.fault('2026-03-05', '2026-01-05');
    expect(county.rung()).toBe('two-secretaries-talk');
  });
  it('is not held without those whom it names', () => {
    const county = on();
    county.fault('2026-05-04');
    const hold = (present: string[], office = 'city') =>
      county.give(
        '2026-05-05',
        'HoldTalk',
        { rung: 'two-secretaries-talk', present, record: '约谈' },
        office,
      );
    expect(hold(['discipline-secretary', 'county-head'])).toBe('post-missing');
    expect(hold(['discipline-secretary', 'political-legal-secretary', 'county-head'], 'county')).toBe(
      'not-the-holder',
    );
    expect(hold(['discipline-secretary', 'political-legal-secretary', 'county-head'])).toEqual(['TalkHeld']);
  });
});

describe('(c) no-award', () => {
  const on = () => standingUnder('no-award');
  it('circular, talk, a second talk and no award that year, key management, pursuit', () => {
    const county = on();
    const rungs = ['2026-01-10', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'].map((day) => {
      county.fault(day);
      const owed = county.owed().map((one) => one.split(' ')[0]);
      county.settle(`${day.slice(0, 8)}15`);
      return [county.rung(), ...owed, ...county.state().noAwardIn];
    });
    expect(rungs).toEqual([
      ['circular', 'take-measure'],
      ['talk', 'hold-talk'],
      ['second-talk', 'hold-talk', 2026],
      ['key-management', 'rectify', 2026],
      ['pursuit', 'take-measure', 2026],
    ]);
    expect(county.last('AwardForfeited')).toMatchObject({ office: 'county', year: 2026, talks: 2 });
    expect(county.last('MeasureTaken')).toMatchObject({ measure: 'pursuit' });
  });
  it('talks of two years do not count together', () => {
    const county = on();
    ['2026-01-10', '2026-12-10'].forEach((day) => county.fault(day));
    county.settle('2026-12-20');
    county.fault('2027-01-05');
    expect(county.rung()).toBe('second-talk');
    county.settle('2027-01-06');
    expect(county.state()).toMatchObject({ talks: [{ year: 2026 }, { year: 2027 }], noAwardIn: [] });
  });
  it('a talk that is only owed costs no award', () => {
    const county = on();
    ['2026-01-10', '2026-02-10', '2026-03-10'].forEach((day) => county.fault(day));
    expect(county.state().noAwardIn).toEqual([]);
  });
});

describe('(d) quarterly-rank', () => {
  const on = () => standingUnder('quarterly-rank');
  it('circular, rectification, admonitory talk, accountability, by published ranks of what is owed', () => {
    const county = on();
    const rungs = [
      ['2026-04-10', '2026-Q1'],
      ['2026-07-10', '2026-Q2'],
      ['2026-10-10', '2026-Q3'],
      ['2027-01-10', '2026-Q4'],
    ].map(([day, quarter]) => {
      county.placing(day!, quarter!, 3);
      const owed = county.owed().map((one) => one.split(' ')[0]);
      county.settle(`${day!.slice(0, 8)}15`);
      return [county.rung(), ...owed];
    });
    expect(rungs).toEqual([
      ['circular', 'take-measure'],
      ['rectification', 'rectify'],
      ['admonitory-talk', 'hold-talk'],
      ['accountability', 'take-measure'],
    ]);
    expect(county.last('RungReached')).toMatchObject({ faults: 0, placings: 4 });
  });
  it('counts the worst places of that ranking alone, each quarter once, by another office', () => {
    const county = on();
    expect(county.placing('2026-04-10', '2026-Q1', 4)).toBe('placing-not-counted');
    expect(county.placing('2026-04-10', '2026-03', 1)).toBe('placing-not-counted');
    expect(county.placing('2026-04-10', '2026-Q1')).toEqual([
      'PlacingCounted',
      'RungReached',
      'MeasureOrdered',
    ]);
    expect(county.placing('2026-04-11', '2026-Q1')).toBe('placing-counted-already');
    const own = { pack: 'xinfang-2022', period: '2026-Q2', place: 1, published: '通报' };
    expect(county.give('2026-07-10', 'CountPlacing', own, 'county')).toBe('same-reviewer');
  });
  it('is not moved by a fault: this ladder counts ranks', () => {
    const county = on();
    expect(county.fault('2026-04-10')).toEqual(['FaultCounted']);
    expect(county.rung()).toBeUndefined();
  });
});

describe('(e) consecutive-circulars', () => {
  const on = () => standingUnder('consecutive-circulars');
  it('two in a row: the deputy in charge; three: the head', () => {
    const county = on();
    county.placing('2026-12-05', '2026-11', 2);
    expect(county.rung()).toBeUndefined();
    county.placing('2027-01-05', '2026-12', 1);
    expect(county.rung()).toBe('deputy-talk');
    expect(county.last('TalkOrdered')).toMatchObject({ with: ['deputy-in-charge'] });
    county.settle('2027-01-06');
    county.placing('2027-02-05', '2027-01', 2);
    expect(county.last('TalkOrdered')).toMatchObject({ rung: 'head-talk', with: ['office-head'] });
  });
  it('a month without it begins the count anew', () => {
    const county = on();
    county.placing('2026-02-05', '2026-01');
    county.placing('2026-04-05', '2026-03');
    expect(county.rung()).toBeUndefined();
  });
});

describe('(f) art-39', () => {
  it('talk, circular, listed supervision, time-limited rectification', () => {
    const county = standingUnder('art-39');
    const owed = ['2026-03-02', '2026-04-02', '2026-05-02', '2026-06-02'].map((day) => {
      county.fault(day);
      const [now] = county.owed();
      county.settle(day.replace('-02', '-03'));
      return [county.rung(), now];
    });
    expect(owed).toEqual([
      ['talk', 'hold-talk city 2026-03-17'],
      ['circular', 'take-measure city 2026-04-17'],
      ['listed-supervision', 'take-measure city 2026-05-18'],
      ['rectification', 'rectify county 2026-08-03'],
    ]);
  });
});

describe('from practice', () => {
  it('a county on its 3rd confirmed fault in the window: key management, and back after rectification', () => {
    const county = standingUnder('secretaries');
    for (const day of ['2026-01-05', '2026-03-05']) {
      county.fault(day);
      county.settle(day.replace('-05', '-10'));
    }
    county.fault('2026-05-05');
    const rung = 'key-management';
    const down = (day: string, office = 'city') =>
      county.give(day, 'StepDown', { reasons: '验收合格' }, office);
    expect(
      county.give('2026-05-06', 'TakeMeasure', { rung, measure: 'organisational-handling', text: '已移送' }),
    ).toEqual(['MeasureTaken']);
    expect(down('2026-05-20')).toBe('order-open');
    expect(county.give('2026-06-01', 'ConfirmRectification', { rung, reasons: '无' }, 'city')).toBe(
      'rectification-not-reported',
    );
    const report = () => county.give('2026-06-01', 'ReportRectification', { rung, text: '已整改' }, 'county');
    expect(report()).toEqual(['RectificationReported']);
    expect(report()).toBe('already-reported');
    expect(county.owed()).toEqual(['confirm-rectification city 2026-06-16']);
    const back = { rung, reasons: '仍有两件未答复', within_days: 15 };
    expect(county.give('2026-06-02', 'ReturnRectification', back, 'city')).toEqual(['RectificationReturned']);
    expect(county.owed()).toEqual(['rectify county 2026-06-17']);
    expect(report()).toEqual(['RectificationReported']);
    const confirm = { rung, reasons: '核查属实' };
    expect(county.give('2026-06-11', 'ConfirmRectification', confirm, 'county')).toBe('not-the-holder');
    expect(county.give('2026-06-11', 'ConfirmRectification', confirm, 'city')).toEqual([
      'RectificationConfirmed',
    ]);
    expect(county.owed()).toEqual([]);
    expect(down('2026-06-12')).toBe('too-soon-to-come-down');
    expect(down('2026-08-04', 'county')).toBe('same-reviewer');
    expect(down('2026-08-04')).toEqual(['KeyManagementLeft', 'RungLeft']);
    expect(county.state()).toMatchObject({ status: 'clear', keyManagement: false, open: {} });
    expect(county.state().faults).toHaveLength(3);
  });
  it('talked to twice: no award that year', () => {
    const county = standingUnder('no-award');
    ['2026-01-10', '2026-02-10', '2026-03-10'].forEach((day) => {
      county.fault(day);
      county.settle(day);
    });
    expect(county.state().noAwardIn).toEqual([2026]);
  });
});

test('every ladder that is shipped is walked here', () => {
  expect(ladders.map(({ id }) => id).sort()).toEqual([
    'art-39',
    'collective-talk',
    'consecutive-circulars',
    'no-award',
    'quarterly-rank',
    'secretaries',
  ]);
});
