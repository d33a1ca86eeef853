import { bundledPacks, bundledRules, duties, explain } from '.';
import { by, fact, registered, sent, sorted } from './facts.fixture';
import { START_WORDS } from './words';

const start = [
  registered('2026-09-21 09:00'),
  sorted('2026-09-22 09:00'),
  sent('2026-09-24 10:00', 'housing'),
];
const accepted = fact('CaseAccepted', '2025-12-01 09:00', {
  pack: 'xinfang-2022@2',
  by: 'housing',
  procedure: 'ordinary',
});
const find = (rule: string, ...history: Parameters<typeof duties>[0]) =>
  duties(history, bundledRules).find((duty) => duty.rule === rule)!;

describe('explain', () => {
  it('names the holidays that working days passed over, and the make-up days among them', () => {
    const duty = find(
      'extension-notice',
      ...start,
      by('AnswerExtended', '2026-09-30 10:00', 'housing', { days: 5 }),
    );
    expect(explain(duty, bundledRules, 'zh-CN')).toBe(
      '“告知延期理由”应于2026-10-13 23:59（Asia/Shanghai）前完成。自2026-09-30 10:00决定延期起算。' +
        '依据：《信访工作条例》第三十四条；5个工作日为本地设定。期限5个工作日，首日不计。' +
        '跳过国庆节7天、其他休息日1天。含调休上班1天。规则xinfang-2022@2，日历cn@1。',
    );
    expect(explain(duty, bundledRules, 'en')).toBe(
      '"Tell the petitioner why it is extended" is due by 2026-10-13 23:59 (Asia/Shanghai). ' +
        'It runs from 2026-09-30 10:00, when it was extended. By Regulations on Petition Work (2022), Art. 34; ' +
        '5 working days is a local setting. The period is 5 working days; the first day does not count. ' +
        'Skipped: 7 d of National Day, 1 other rest day. Make-up working days that count: 1. ' +
        'Policy xinfang-2022@2, calendar cn@1.',
    );
  });

  it('says how far a last day rolled forward, and what an extension added', () => {
    const extension = by('AnswerExtended', '2026-01-20 10:00', 'housing', { days: 17 });
    const text = explain(find('answer', accepted, extension), bundledRules, 'zh-CN');
    expect(text).toContain('应于2026-02-24 23:59');
    expect(text).toContain('期限60日，首日不计，末日逢休息日顺延。延长17日。跳过春节8天。');
  });

  it('says that a date beyond the calendar is provisional', () => {
    const beyond = fact('CaseSent', '2026-12-30 10:00', { pack: 'xinfang-2022@2', by: 'p', to: 'housing' });
    expect(explain(find('object', beyond), bundledRules, 'zh-CN')).toContain(
      '该日期为暂定：日历cn@1尚未覆盖相应年份。',
    );
  });

  it('says of a case that stays with the office that received it that it was kept, and not sent', () => {
    const kept = sent('2026-09-24 10:00', 'petitions', { receivedAt: '2026-09-21T01:00:00.000Z' });
    const owed = (rule: string, language: 'zh-CN' | 'en') =>
      explain(find(rule, ...start.slice(0, 2), kept), bundledRules, language);
    expect(owed('acknowledge', 'zh-CN')).toContain('自2026-09-21 09:00收到起算。');
    expect(owed('acknowledge', 'en')).toContain('It runs from 2026-09-21 09:00, when it was received.');
    expect(owed('accept', 'zh-CN')).toContain('自2026-09-24 10:00留由本单位办理起算。');
    expect(owed('accept', 'en')).toContain(
      'It runs from 2026-09-24 10:00, when the office that received it kept it.',
    );
    expect(explain(find('accept', ...start), bundledRules, 'en')).toContain('when it was sent.');
  });

  it('has words for every field that a bundled pack counts from', () => {
    const fields = bundledPacks.flatMap(({ duties: rules }) =>
      rules.flatMap(({ startsFrom }) => startsFrom ?? []),
    );
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => !START_WORDS[field])).toEqual([]);
  });
});
