import type { ReviewEvents, StandingEvents, SupervisionEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { createRandom, type Random } from '@huiyin/kernel';
import { adviceOn, lookedAtOnSite } from './advise';

/** What the people of the demo city do about an order or a review that Huiyin opened by itself. */
export interface FollowUp {
  at_ms: number;
  path: 'cases' | 'supervisions' | 'reviews' | 'standings' | 'advice';
  id: string;
  type: string;
  data: unknown;
}

const DAY_ms = 86_400_000;
const ACKNOWLEDGED = 0.8;
const SILENT_OFFICES = 0.35;
const NO_FAULT = 0.3;
const REMEDIED = 0.5;
const DISPUTED = 0.2;
const REVISED = 0.4;
const REFERRED = 0.4;
/** Offices that get to work on the case once they are supervised. */
const WOKEN = 0.85;

/** The same order always gets the same follow-up: chance comes from its id alone. */
const chanceOf = (id: string): Random => createRandom(Number.parseInt(id.slice(0, 8), 16));

/** `claimsOf` a case: an answer names each. */
export function followUps(event: StoredEvent, claimsOf: (caseId: string) => readonly string[]): FollowUp[] {
  const opened_ms = Date.parse(event.recordedAt);
  if (event.type === 'SupervisionOrdered') return onSupervision(event, opened_ms, claimsOf);
  if (event.type === 'ReviewOpened') return onReview(event, opened_ms);
  if (event.type === 'EvidenceAssembled') return onLinks(event, opened_ms);
  if (event.type === 'RungReached') return onRung(event, opened_ms);
  return onOrder(event, opened_ms);
}

function onSupervision(
  { stream, data }: StoredEvent,
  opened_ms: number,
  claimsOf: (caseId: string) => readonly string[],
): FollowUp[] {
  const id = stream.slice('supervision-'.length);
  const random = chanceOf(id);
  const { caseId, dutyId, checklist = [] } = data as SupervisionEvents['SupervisionOrdered'];
  const replied_ms = opened_ms + random.between(2, 20) * DAY_ms;
  // Where no duty was missed, the office is at work on the case anyway.
  const woken = dutyId === undefined ? [] : wokenOffice(random, caseId, replied_ms, claimsOf(caseId));
  return [
    ...acknowledged(id, opened_ms),
    ...woken,
    ...lookedAtOnSite(id, opened_ms),
    {
      at_ms: replied_ms,
      path: 'supervisions',
      id,
      type: 'ReplyToSupervision',
      data: { text: '已核实逾期情况，正在办理。' },
    },
    ...looked(
      id,
      replied_ms + random.between(20, 30) * DAY_ms,
      woken.length > 0 || dutyId === undefined ? checklist : undefined,
    ),
  ];
}

/** Most offices say within a day that they have it in hand. */
function acknowledged(id: string, opened_ms: number): FollowUp[] {
  // Of its own, so that what happens next does not depend on it.
  if (!chanceOf(id).chance(ACKNOWLEDGED)) return [];
  return [{ at_ms: opened_ms + DAY_ms, path: 'supervisions', id, type: 'AcknowledgeSupervision', data: {} }];
}

/** The overseer looks at everything and closes the order as solved; where nothing was done it is overruled. */
function looked(id: string, at_ms: number, items: readonly string[] | undefined): FollowUp[] {
  const step = (type: string, data: unknown): FollowUp => ({ at_ms, path: 'supervisions', id, type, data });
  if (!items) return [step('CloseSupervision', { solved: false, reasons: '逾期未办，转入责任倒查。' })];
  return [
    ...(items.length > 0 ? [step('TickChecklist', { items, evidence: '调阅案卷，电话核实。' })] : []),
    step('CloseSupervision', { solved: true, reasons: '经核查，问题已处理。' }),
  ];
}

/** What is still missing of the case gets done; the steps that it has behind it are refused, and no harm is done. */
function wokenOffice(random: Random, caseId: string, from_ms: number, claims: readonly string[]): FollowUp[] {
  if (claims.length === 0 || !random.chance(WOKEN)) return [];
  const step = (days: number, type: string, data: unknown = {}): FollowUp => ({
    at_ms: from_ms + Math.round(days * DAY_ms),
    path: 'cases',
    id: caseId,
    type,
    data,
  });
  const outcomes = claims.map((claim) => ({
    claim,
    outcome: 'supported',
    text: '经督办核查，诉求属实，已予解决。',
    done: true,
  }));
  const answered = random.between(4, 18);
  return [
    step(0.2, 'AcknowledgeCase', { how: 'phone' }),
    step(0.4, 'AcceptCase'),
    step(answered, 'AnswerCase', { outcomes, basis: '《信访工作条例》第三十二条' }),
    step(answered + 1, 'ReportClosing', { text: '已办结，处理意见书已送达信访人。' }),
    step(answered + 3, 'CloseCase'),
    step(answered + 5, 'RecordCallback', { responded: true, solved: true, satisfied: false, accepts: true }),
  ];
}

function onReview({ stream, data }: StoredEvent, opened_ms: number): FollowUp[] {
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
function onLinks({ stream, data }: StoredEvent, assembled_ms: number): FollowUp[] {
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

/** Half of the offices on a rung have put things right after two months. */
function onRung({ stream, id, data }: StoredEvent, reached_ms: number): FollowUp[] {
  const { rung } = data as { rung: string };
  const random = createRandom(reached_ms / 1000 + rung.length + id.length);
  return random.chance(0.5)
    ? [
        {
          at_ms: reached_ms + 60 * DAY_ms,
          path: 'standings',
          id: stream.slice('standing-'.length),
          type: 'StepDown',
          data: { reasons: '整改到位，经验收退出。' },
        },
      ]
    : [];
}

/** The office above does what the ladder says within a week; rectification takes a month. */
function onOrder({ type, stream, data }: StoredEvent, ordered_ms: number): FollowUp[] {
  const id = stream.slice('standing-'.length);
  const { rung } = data as { rung: string };
  const step = (days: number, given: string, more: object): FollowUp => ({
    at_ms: ordered_ms + days * DAY_ms,
    path: 'standings',
    id,
    type: given,
    data: { rung, ...more },
  });
  if (type === 'TalkOrdered') {
    const { holders, with: talkedTo } = data as StandingEvents['TalkOrdered'];
    const record = '指出逾期问题，要求限期整改。';
    return [step(7, 'HoldTalk', { present: [...holders, ...talkedTo], record })];
  }
  if (type === 'MeasureOrdered') {
    const { measure } = data as StandingEvents['MeasureOrdered'];
    return [step(7, 'TakeMeasure', { measure, text: '已按规定落实。' })];
  }
  return [
    step(30, 'ReportRectification', { text: '已建立期限台账，积压已清。' }),
    step(40, 'ConfirmRectification', { reasons: '现场核查，情况属实。' }),
  ];
}
