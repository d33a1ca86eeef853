import type { SupervisionEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { DAY_ms, localDate, type Random } from '@huiyin/kernel';
import { chanceBeside, chanceOf, type FollowUp } from './step';

const TIME_ZONE = 'Asia/Shanghai';
/** Shares: of orders. */
const ACKNOWLEDGED = 0.8;
const VISITED = 0.3;
const LISTED = 0.15;
/** Offices that get to work on the case once they are supervised. */
const WOKEN = 0.85;

export function onSupervision(
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

/** 实地督查、挂牌督办: on some orders the overseer goes there before it is answered, and some hang out. */
function lookedAtOnSite(id: string, ordered_ms: number): FollowUp[] {
  const random = chanceBeside(id);
  const step = (days: number, type: string, data: unknown): FollowUp => ({
    at_ms: ordered_ms + days * DAY_ms,
    path: 'supervisions',
    id,
    type,
    data,
  });
  const dayAfter = (days: number): string =>
    localDate(new Date(ordered_ms + days * DAY_ms).toISOString(), TIME_ZONE);
  const visited = random.chance(VISITED);
  const listed = random.chance(LISTED);
  return [
    ...(visited
      ? [
          step(0.2, 'PlanSiteVisit', { on: dayAfter(1), announced: random.chance(0.5) }),
          step(1, 'ReportSiteVisit', { visit: 'v1', text: '现场查看，问题属实，已要求限期处理。' }),
        ]
      : []),
    ...(listed
      ? [step(0.5, 'ListSupervision', { until: dayAfter(40), reasons: '逾期未办，群众关注。' })]
      : []),
  ];
}
