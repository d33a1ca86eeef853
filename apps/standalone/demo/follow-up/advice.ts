import type { ReviewEvents } from '@huiyin/domain';
import { DAY_ms, deterministicId, type Random } from '@huiyin/kernel';
import { chanceBeside, type FollowUp } from './step';

const ADVISER = 'linjiang-petitions';
/** Share of reviews. */
const ADVISED = 0.4;

const ADVICE = [
  { kind: 'improve-work', text: '建议建立期限台账，逐件预警、逐件回访。' },
  { kind: 'improve-policy', text: '建议明确鉴定期间的告知办法，完善配套规定。' },
  { kind: 'pursue-responsibility', text: '建议依规对逾期不办的责任单位予以通报。' },
] as const;

const ANSWERS = [
  { weight: 5, answer: 'adopted' },
  { weight: 2, answer: 'partly' },
  { weight: 1, answer: 'refused' },
  { weight: 1, answer: 'silent' },
] as const;

/** 三项建议: on some reviews the petition department advises the office; the answer and what comes of it take their time. */
export function adviceOn(
  reviewId: string,
  opened: ReviewEvents['ReviewOpened'],
  closed_ms: number,
): FollowUp[] {
  const random = chanceBeside(reviewId);
  const { caseId, office, pack } = opened;
  if (!random.chance(ADVISED) || office === ADVISER) return [];
  const id = deterministicId('demo advice', reviewId);
  const step = (days: number, type: string, data: unknown): FollowUp => ({
    at_ms: closed_ms + days * DAY_ms,
    path: 'advice',
    id,
    type,
    data,
  });
  const given = step(1, 'GiveAdvice', {
    pack,
    ...random.pick([...ADVICE]),
    office,
    adviser: ADVISER,
    reasons: '责任倒查显示同类事项逾期未办。',
    grounds: [{ caseId, reviewId }],
  });
  return [given, ...answered(random, step)];
}

function answered(random: Random, step: (days: number, type: string, data: unknown) => FollowUp): FollowUp[] {
  const plan = '已建立台账，明确专人负责。';
  const { answer } = random.weighted(ANSWERS);
  switch (answer) {
    case 'adopted':
      return [
        step(12, 'AdoptAdvice', { plan, within_days: 30 }),
        step(35, 'CarryOutAdvice', { text: '台账已启用，回访二十件。', evidence: ['台账', '回访记录'] }),
        step(42, 'CloseAdvice', { reasons: '现场核实，已落实。' }),
      ];
    case 'partly':
      return [
        step(20, 'AdoptAdvicePartly', { plan, reasons: '人手不足，先在两个片区试行。', within_days: 60 }),
        step(70, 'CarryOutAdvice', { text: '两个片区试行期满，成效明显。', evidence: ['试行总结'] }),
        step(80, 'CloseAdvice', { reasons: '试行情况属实，同意推开。' }),
      ];
    case 'refused':
      return [
        step(15, 'RefuseAdvice', { reasons: '该项职责已划转。' }),
        step(25, 'CloseAdvice', { reasons: '理由成立，予以备案。' }),
      ];
    // Whoever stays silent is late, and its superior is told.
    case 'silent':
      return [];
  }
}
