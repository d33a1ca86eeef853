import type { NewEvent } from '@huiyin/event-store';
import { createRandom, DAY_ms, HOUR_ms, uuidv7 } from '@huiyin/kernel';
import { bundledCalendars, bundledPacks } from '@huiyin/policy';

/** One event of a generated year, in the order of the log. */
export type Planned = NewEvent & { stream: string };

const OFFICES = 120;
const YEAR_START_ms = Date.parse('2025-03-01T00:00:00.000Z');
const YEAR_ms = 365 * DAY_ms;
const CATEGORIES = [
  'housing',
  'wages',
  'land',
  'noise',
  'heating',
  'roads',
  'water',
  'schools',
  'health',
  'waste',
];
const PLACES = [
  '西城区德胜街道',
  '东城区和平里街道',
  '朝阳区望京街道',
  '海淀区中关村街道',
  '丰台区卢沟桥街道',
];
const MATTERS = [
  '供暖不足',
  '拖欠工资',
  '道路破损',
  '噪声扰民',
  '停水未通知',
  '垃圾清运不及时',
  '征地补偿未到位',
];
const SIGNS = '花园小区幸福里阳光城建设路人民广场和谐家园北苑南里';

type Plan = { stream: string; type: string; at_ms: number; data: Record<string, unknown>; id: string };

const sealed = (field: string) => ({
  $sealed: 'v1',
  subject: '0198f3a0-0000-7000-8000-000000000000',
  field,
  nonce: 'bm9uY2Vub25jZQ==',
  text: 'Y2lwaGVydGV4dCBvZiBhIHVzdWFsIGxlbmd0aCwgYmFzZTY0LCB3aXRoIGl0cyB0YWc=',
});

/** One case from registration on; about ten events with those of its supervision and its review. */
function planCase(number: number, next: () => number): Plan[] {
  const pick = <T>(items: ArrayLike<T>): T => items[Math.floor(next() * items.length)]!;
  const plan: Plan[] = [];
  let at_ms = YEAR_START_ms + Math.floor(next() * YEAR_ms);
  const add = (stream: string, type: string, after_ms: number, data: Record<string, unknown>): string => {
    at_ms += Math.floor(after_ms * (0.5 + next()));
    const id = uuidv7(new Date(at_ms));
    plan.push({ stream, type, at_ms, data, id });
    return id;
  };
  const caseId = `c-${number}`;
  const step = (type: string, after_ms: number, data: Record<string, unknown>) =>
    add(`case-${caseId}`, type, after_ms, data);
  const receiver = `o-${Math.floor(next() * 10)}`;
  const handler = (): string => `o-${10 + Math.floor(next() * (OFFICES - 10))}`;
  let to = handler();
  const sign = Array.from({ length: 6 }, () => pick(SIGNS)).join('');
  const place = pick(PLACES);
  step('CaseRegistered', 0, {
    pack: 'xinfang-2022',
    channel: pick(['letter', 'visit', 'phone', 'online']),
    category: pick(CATEGORIES),
    title: `${sign}${pick(MATTERS)}`,
    place,
    claims: [{ id: 'c1', kind: 'claim', summary: `反映${sign}${pick(MATTERS)}，要求尽快处理` }],
    kind: 'individual',
    persons: 1 + Math.floor(next() * 3),
    representatives: 1,
    petitioner: { subject: '0198f3a0-0000-7000-8000-000000000000', name: sealed('/petitioner/name') },
    statement: sealed('/statement'),
    reachable: true,
    receiver,
    receivedAt: new Date(at_ms).toISOString(),
    externalId: `${2_025_000_000 + number}`,
    longitude: 116 + next(),
    latitude: 39.5 + next(),
  });
  const routes = [{ claim: 'c1', route: 'residual' }];
  const send = (): string => {
    step('CaseSorted', 4 * HOUR_ms, { by: receiver, routes, procedure: 'ordinary' });
    return step('CaseSent', 8 * HOUR_ms, { by: receiver, to, mode: 'refer', reachable: true });
  };
  let sent = send();
  if (next() < 0.08) {
    step('CaseObjected', DAY_ms, { by: to, reasons: 'not in the remit' });
    step('ObjectionUpheld', DAY_ms, { by: receiver, from: to });
    to = handler();
    sent = send();
  }
  step('CaseAcknowledged', 2 * DAY_ms, { by: to, how: 'written' });
  if (next() < 0.4) {
    step('OfficeReminded', DAY_ms, {
      dutyId: `accept:${sent}`,
      rule: 'accept',
      office: to,
      dueAt: new Date(at_ms).toISOString(),
    });
  }
  if (next() < 0.12) planBreach(number, add, { caseId, receiver, to, sent, at_ms, reviewed: next() < 0.4 });
  step('CaseAccepted', 3 * DAY_ms, { by: to, procedure: 'ordinary' });
  if (next() < 0.1) {
    step('AnswerExtended', 20 * DAY_ms, { by: to, days: 30, approvedBy: 'head', reasons: 'expert opinion' });
    step('ExtensionTold', DAY_ms, { by: to, how: 'written' });
  }
  if (next() < 0.1) return plan;
  const outcomes = [{ claim: 'c1', outcome: 'supported', text: '已责成有关单位整改并回访' }];
  step('CaseAnswered', 20 * DAY_ms, { by: to, outcomes, basis: '《信访工作条例》第三十四条' });
  step('ClosingReported', DAY_ms, { by: to, text: '已办结' });
  step('CaseClosed', DAY_ms, { by: to });
  if (next() < 0.02) step('CaseReopened', 20 * DAY_ms, { by: receiver, reasons: 'it came back' });
  return plan;
}

interface Breach {
  caseId: string;
  receiver: string;
  to: string;
  sent: string;
  at_ms: number;
  reviewed: boolean;
}

function planBreach(
  number: number,
  add: (stream: string, type: string, after_ms: number, data: Record<string, unknown>) => string,
  { caseId, receiver, to, sent, at_ms, reviewed }: Breach,
): void {
  const dueAt = new Date(at_ms).toISOString();
  const duty = { dutyId: `accept:${sent}`, rule: 'accept' };
  const about = { pack: 'xinfang-2022', caseId, office: to, by: receiver, ...duty };
  add(`case-${caseId}`, 'DutyBreached', 16 * DAY_ms, { ...duty, office: to, overseer: receiver, dueAt });
  const supervision = `supervision-s-${number}`;
  add(supervision, 'SupervisionOrdered', HOUR_ms, { ...about, trigger: 'breach', dueAt });
  add(supervision, 'SupervisionReplied', 3 * DAY_ms, { by: to, text: '已整改' });
  add(supervision, 'SupervisionClosed', DAY_ms, { by: receiver, solved: true, reasons: 'done' });
  if (!reviewed) return;
  const review = `review-r-${number}`;
  const finding = { outcome: 'fault', kind: 'late', gravity: 'ordinary', reasons: '逾期未受理' };
  add(review, 'ReviewOpened', HOUR_ms, { ...about, at: dueAt, reasons: 'missed' });
  add(review, 'SideStated', 2 * DAY_ms, { by: to, text: '人手不足' });
  add(review, 'FindingProposed', HOUR_ms, { by: 'system:escalation', finding });
  add(review, 'FindingConfirmed', DAY_ms, {
    by: receiver,
    office: to,
    caseId,
    pack: 'xinfang-2022',
    finding,
  });
  add(review, 'ReviewClosed', DAY_ms, { by: receiver, measures: '约谈' });
}

function adoptions(): Plan[] {
  const at_ms = YEAR_START_ms - DAY_ms;
  const plan = (stream: string, type: string, data: Record<string, unknown>): Plan => ({
    stream,
    type,
    at_ms,
    data,
    id: uuidv7(new Date(at_ms)),
  });
  return [
    ...bundledCalendars.map((calendar) => plan(`calendar-${calendar.id}`, 'CalendarAdopted', { calendar })),
    ...bundledPacks.map((pack) => plan(`policy-${pack.id}`, 'PolicyAdopted', { pack })),
    ...Array.from({ length: OFFICES }, (_, number) =>
      plan(`office-o-${number}`, 'OfficeRegistered', {
        name: { zh: `第${number}单位`, en: `Office ${number}` },
        kind: number < 10 ? 'petition-department' : 'office',
        level: 'city',
        territory: 'city',
        functions: [CATEGORIES[number % CATEGORIES.length]!],
      }),
    ),
  ];
}

/** At least `events` events of a city's year, in order of time. */
export function cityYear(events: number, seed = 7): Planned[] {
  const { next } = createRandom(seed);
  const plans = adoptions();
  for (let number = 1; plans.length < events; number += 1) plans.push(...planCase(number, next));
  plans.sort((a, b) => a.at_ms - b.at_ms);
  return plans.slice(0, events).map(({ stream, type, at_ms, data, id }) => {
    const at = new Date(at_ms).toISOString();
    const office = (data['by'] ?? data['receiver'] ?? 'o-0') as string;
    const meta = {
      actor: 'clerk-17',
      office,
      commandId: id,
      correlationId: id,
      policy: 'xinfang-2022@2',
      calendar: 'cn@1',
    };
    return { stream, id, type, version: 1, data, meta, occurredAt: at, recordedAt: at };
  });
}
