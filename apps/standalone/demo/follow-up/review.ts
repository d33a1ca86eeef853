import { DAY_ms } from '@huiyin/kernel';
import type { ReviewEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import type { Random } from '@huiyin/kernel';
import { adviceOn } from './advice';
import { chanceOf, type FollowUp } from './step';

const SILENT_OFFICES = 0.35;
const NO_FAULT = 0.3;
const REMEDIED = 0.5;
const DISPUTED = 0.2;
const REVISED = 0.4;
const REFERRED = 0.4;

export function onReview({ stream, data }: StoredEvent, opened_ms: number): FollowUp[] {
  const id = stream.slice('review-'.length);
  const random = chanceOf(id);
  const { evidence } = data as ReviewEvents['ReviewOpened'];
  const silent = random.chance(SILENT_OFFICES);
  const found_ms = opened_ms + random.between(9, 18) * DAY_ms;
  const finding = random.chance(NO_FAULT)
    ? { outcome: 'no-fault', reasons: '经核查，延误系等待法定鉴定结论，责任单位无过错。' }
    : {
        outcome: 'fault',
        kind: evidence?.duty.endedAt ? 'late' : 'silent',
        gravity: random.pick(['slight', 'ordinary', 'grave']),
        reasons: '案卷显示未在规定期限内履行职责，且无正当理由。',
      };
  const step = (days: number, type: string, given: unknown, from_ms = found_ms): FollowUp => ({
    at_ms: from_ms + days * DAY_ms,
    path: 'reviews',
    id,
    type,
    data: given,
  });
  const isFault = finding.outcome === 'fault';
  return [
    ...adviceOn(id, data as ReviewEvents['ReviewOpened'], found_ms + 3 * DAY_ms),
    ...(silent
      ? []
      : [step(random.between(1, 5), 'StateSide', { text: '因人员调整衔接不及时，已整改。' }, opened_ms)]),
    step(0, 'ConfirmFinding', { finding }),
    step(3, 'CloseReview', {
      measures: isFault ? '责令限期整改，纳入季度通报。' : '完善鉴定期间告知制度。',
    }),
    ...(isFault && random.chance(REMEDIED)
      ? [
          step(1, 'OrderRemedy', { text: '建立期限台账，逐件预警。', within_days: 30 }),
          step(20, 'CarryOutRemedy', { remedy: 'r1', text: '台账已启用。' }),
        ]
      : []),
    ...(isFault && random.chance(DISPUTED)
      ? [
          step(5, 'DisputeFinding', { text: '延期已经批准并告知。' }),
          step(20, 'DecideDispute', decision(random)),
        ]
      : []),
    ...(finding.gravity === 'grave' && random.chance(REFERRED) ? referred(random, step) : []),
  ];
}

/** Grave faults go to discipline once disputes are over; what a dispute took back is refused, and no harm is done. */
const referred = (
  random: Random,
  step: (days: number, type: string, given: unknown) => FollowUp,
): readonly FollowUp[] => [
  step(25, 'ReferReview', {
    to: 'linjiang-discipline',
    basis: '《信访工作条例》第四十五条',
    reasons: '长期不履行职责，造成严重后果。',
  }),
  step(29, 'RecordReferralReceipt', { referral: 'f1', reference: `纪收${random.between(1, 200)}号` }),
  step(50, 'RecordReferralOutcome', { referral: 'f1', outcome: 'taken-up', text: '已受理，正在核查。' }),
  step(120, 'RecordReferralOutcome', {
    ...{ referral: 'f1', outcome: random.pick(['admonition', 'discipline', 'no-grounds']) },
    text: '核查结束。',
  }),
];

const decision = (random: Random): unknown =>
  random.chance(REVISED)
    ? {
        decision: 'revise',
        finding: { outcome: 'no-fault', reasons: '延期经批准并已书面告知。' },
        reasons: '原认定遗漏延期批准材料。',
      }
    : { decision: 'uphold', reasons: '延期未经批准，原认定成立。' };

/** The other offices that had the case in that time are heard, and found on before the review is closed. */
export function onLinks({ stream, data }: StoredEvent, assembled_ms: number): FollowUp[] {
  const id = stream.slice('review-'.length);
  const random = chanceOf(id);
  const { called } = data as ReviewEvents['EvidenceAssembled'];
  return called.flatMap(({ link }) => [
    {
      at_ms: assembled_ms + random.between(1, 6) * DAY_ms,
      path: 'reviews' as const,
      id,
      type: 'StateLinkSide',
      data: { link, text: '在本单位期间已按期办理，附流转记录。' },
    },
    {
      at_ms: assembled_ms + 8 * DAY_ms,
      path: 'reviews' as const,
      id,
      type: 'FindOnLink',
      data: { link, finding: { outcome: 'no-fault', reasons: '该环节按期流转，无过错。' } },
    },
  ]);
}
