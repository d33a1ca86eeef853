import { aggregates } from '@huiyin/domain';
import { by, fact } from '@huiyin/policy/facts.fixture';
import {
  accepted,
  acknowledged,
  answered,
  give,
  owed,
  registered,
  sent,
  sorted,
  sourceOf,
} from './law.fixture';

const about = {
  pack: 'xinfang-2022',
  caseId: '0196a0c1-5d00-7000-8000-0000000000c1',
  office: 'housing',
  by: 'petitions',
};

const handled = [
  registered('2026-03-02 08:00', 'xinfang-2022@2'),
  sorted('2026-03-02 08:10'),
  sent('2026-03-02 08:20'),
];

/** Art. 40, what a supervision order is given for. */
const CAUSES = [
  ['违反受理、办理规定', 'breach'],
  ['推诿', 'passing-on'],
  ['敷衍', 'perfunctory'],
  ['拖延', 'delay'],
  ['弄虚作假', 'false-result'],
  ['拒不执行处理意见', 'refused-opinion'],
] as const;

describe('信访工作条例 (2022), supervision', () => {
  it.each(CAUSES)('第四十条: %s is a cause (%s)', (_, trigger) =>
    expect(
      give(
        [],
        '2026-03-02 09:00',
        'OrderSupervision',
        { ...about, trigger, reasons: '经核查属实' },
        { aggregate: aggregates.supervisions, histories: { [about.caseId]: handled } },
      ),
    ).toEqual(['SupervisionOrdered']),
  );
  it('第四十条: the office answers in writing, and who ordered it closes it', () => {
    const ordered = fact('SupervisionOrdered', '2026-03-02 09:00', { ...about, trigger: 'delay' });
    const step = (type: string, data: object, office: string, history = handled) =>
      give([ordered], '2026-03-20 09:00', type, data, {
        aggregate: aggregates.supervisions,
        office,
        histories: { [about.caseId]: history },
      });
    expect(step('ReplyToSupervision', { text: '已整改' }, 'housing')).toEqual(['SupervisionReplied']);
    expect(step('CloseSupervision', { reasons: '已解决' }, 'housing')).toBe('not-the-holder');
    const close = { reasons: '已解决' };
    expect(step('CloseSupervision', close, 'petitions')).toBe('supervision-unsolved');
    const solved = [...handled, acknowledged('2026-03-05 09:00'), accepted('2026-03-06 09:00')];
    expect(step('CloseSupervision', close, 'petitions', [...solved, answered('2026-03-19 09:00')])).toEqual([
      'SupervisionClosed',
    ]);
  });
});

describe('信访工作条例 (2022), advice', () => {
  const given = by('AdviceGiven', '2026-03-02 09:00', 'petitions', {
    ...{ pack: 'xinfang-2022@2', office: 'housing', adviser: 'petitions', kind: 'improve-work' },
    ...{ text: '逐件回访', reasons: '同类事项重复发生', grounds: [{ caseId: about.caseId }] },
  });
  const step = (type: string, data: object, history = [given]) =>
    give(history, '2026-03-20 09:00', type, data, { aggregate: aggregates.advice });

  it.each(['improve-work', 'improve-policy', 'pursue-responsibility'])(
    '第四十条: three kinds of advice rest on cases (%s)',
    (kind) => {
      const advice = {
        ...{ pack: 'xinfang-2022', kind, office: 'housing', adviser: 'petitions' },
        ...{ text: '逐件回访', reasons: '同类事项重复发生', grounds: [{ caseId: about.caseId }] },
      };
      expect(step('GiveAdvice', advice, [])).toEqual(['AdviceGiven']);
      expect(step('GiveAdvice', { ...advice, adviser: 'housing' }, [])).toBe('own-advice');
      expect(() => step('GiveAdvice', { ...advice, grounds: [] }, [])).toThrow();
    },
  );
  it('第四十条: advice is answered in writing, adopted, in part or not (30 d: local setting)', () => {
    expect(owed('answer-advice', [given])).toBe('housing until 2026-04-01 23:59, open');
    expect(sourceOf('xinfang-2022', 'answer-advice')).toMatch(/第四十条.*本地设定/);
    expect(step('AdoptAdvice', { plan: '即办' })).toEqual(['AdviceAdopted']);
    expect(step('AdoptAdvicePartly', { plan: '先试点', reasons: '人手不足' })).toEqual([
      'AdvicePartlyAdopted',
    ]);
    expect(step('RefuseAdvice', { reasons: '已有类似制度' })).toEqual(['AdviceRefused']);
    expect(step('RefuseAdvice', {})).toBe('refusal-without-reasons');
  });
});

/** Art. 43–46: the failing, and the kind of fault that it is found as. */
const FAILINGS = [
  ['第四十三条', '信访部门未登记、转送、交办', 'late'],
  ['第四十三条', '信访部门未督办', 'silent'],
  ['第四十四条', '受理单位拒不受理职责范围内的事项', 'refused-remit'],
  ['第四十四条', '受理单位未按期告知', 'silent'],
  ['第四十五条', '办理单位推诿', 'passed-on'],
  ['第四十五条', '办理单位敷衍', 'perfunctory'],
  ['第四十五条', '办理单位逾期', 'late'],
  ['第四十五条', '办理单位弄虚作假', 'false-result'],
  ['第四十六条', '工作作风简单粗暴', 'poor-handling'],
  ['第四十六条', '泄露检举控告材料', 'leak'],
  ['第四十六条', '隐瞒紧急信息', 'unreported'],
  ['第四十六条', '打击报复信访人', 'retaliation'],
] as const;

describe('信访工作条例 (2022), failings', () => {
  const opened = fact('ReviewOpened', '2026-03-02 09:00', {
    ...about,
    at: '2026-03-02T01:00:00.000Z',
    reasons: '逾期',
  });
  const stated = by('SideStated', '2026-03-03 09:00', 'housing', { text: '人手不足' });
  const confirm = (finding: object, office = 'petitions') =>
    give(
      [opened, stated],
      '2026-03-10 09:00',
      'ConfirmFinding',
      { finding },
      { aggregate: aggregates.reviews, office },
    );

  it.each(FAILINGS)('%s: %s is found as a fault of its kind (%s)', (_, reasons, kind) =>
    expect(confirm({ outcome: 'fault', kind, gravity: 'ordinary', reasons })).toEqual(['FindingConfirmed']),
  );
  it('第四十六条: a failing of no kind there is, is not found', () =>
    expect(() =>
      confirm({ outcome: 'fault', kind: 'petitioned', gravity: 'slight', reasons: '上访' }),
    ).toThrow());
  it('第四十三条至第四十六条: no office finds on itself', () =>
    expect(confirm({ outcome: 'fault', kind: 'late', gravity: 'slight', reasons: '逾期' }, 'housing')).toBe(
      'same-reviewer',
    ));
});
