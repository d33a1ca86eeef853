import { createRandom, DAY_ms, HOUR_ms, MINUTE_ms, type Random } from '@huiyin/kernel';
import type { DemoStep } from './plan-case';

/** Another stream of chance than that of the case itself: what happens beside it changes nothing of it. */
const BESIDE = 7_000_003;

/** Shares: of accepted petitions, and of cases of the categories in which somebody may be in danger. */
const INSTRUCTED = 0.02;
const URGENT = 0.03;
const IN_DANGER = ['utilities', 'public-safety', 'environment'];
/** Of instructions and of urgent reports. */
const REPORTED = 0.75;
const RETURNED = 0.3;
const ACKNOWLEDGED = 0.8;

const RECIPIENTS = [
  'party',
  'government',
  'joint-conference',
  'petition-department-above',
  'national-petition-department',
];
const ABOVE = 'linjiang-government';

/** What leaders and the levels above have to do with a case: a written instruction, a report that goes up. */
export function besideCase(seed: number, index: number, steps: readonly DemoStep[]): DemoStep[] {
  const random = createRandom(seed * BESIDE + index);
  return [...instructed(random, steps), ...urgent(random, steps)];
}

const find = (steps: readonly DemoStep[], type: string): DemoStep | undefined =>
  steps.find((step) => step.type === type);

const following =
  ({ caseId, at_ms }: DemoStep) =>
  (wait_ms: number, type: string, data: unknown): DemoStep => ({
    at_ms: at_ms + Math.round(wait_ms),
    caseId,
    type,
    data,
  });

/** 领导批示: the office reports within ten days, or later; a report that says too little is returned. */
function instructed(random: Random, steps: readonly DemoStep[]): DemoStep[] {
  const accepted = find(steps, 'AcceptCase');
  const sent = find(steps, 'SendCase');
  const wanted = random.chance(INSTRUCTED);
  if (!accepted || !sent || !wanted) return [];
  const { to } = sent.data as { to: string };
  const step = following(accepted);
  const instruction = 'i1';
  const given = step(DAY_ms, 'GiveInstruction', {
    post: 'deputy-in-charge',
    of: ABOVE,
    to,
    text: '请依法依规尽快办理，十日内报告结果。',
    reportWithin_days: 10,
  });
  // Late, but it comes: what is owed on a case keeps it from being closed.
  const days = random.chance(REPORTED) ? 6 : 15;
  const report = (after: number, text: string): DemoStep =>
    step(after * DAY_ms, 'ReportInstruction', { instruction, text });
  const done = (after: number): DemoStep =>
    step(after * DAY_ms, 'CompleteInstruction', { instruction, reasons: '批示事项已落实。' });
  const first = report(days, '已到现场核实，方案已与当事人商定。');
  if (!random.chance(RETURNED)) return [given, first, done(days + 2)];
  const returned = { instruction, reasons: '未说明完成时限。', reportWithin_days: 5 };
  return [
    given,
    first,
    step((days + 2) * DAY_ms, 'ReturnInstruction', returned),
    report(days + 5, '月底前完成，已书面告知当事人。'),
    done(days + 7),
  ];
}

/** 紧急情况: everybody of Art. 25 is told within the hour, or too late; the city government too, which acknowledges. */
function urgent(random: Random, steps: readonly DemoStep[]): DemoStep[] {
  const registered = find(steps, 'RegisterCase')!;
  const { category, receiver } = registered.data as { category: string; receiver: string };
  const wanted = random.chance(URGENT);
  if (!IN_DANGER.includes(category) || !wanted) return [];
  const step = following(registered);
  const text = '已电话报告，书面报告随后报送。';
  const late = random.chance(REPORTED) ? undefined : random.pick(RECIPIENTS);
  const acknowledged_ms = random.chance(ACKNOWLEDGED) ? 40 * MINUTE_ms : DAY_ms;
  return [
    step(MINUTE_ms, 'FindUrgency', { grade: 'urgent', reasons: '现场存在安全隐患，已设警戒。' }),
    ...RECIPIENTS.map((recipient, nth) =>
      step(recipient === late ? DAY_ms : (5 + nth) * MINUTE_ms, 'ReportUrgent', { recipient, text }),
    ),
    step(20 * MINUTE_ms, 'ReportUp', { from: receiver, text }),
    step(acknowledged_ms, 'AcknowledgeReport', { from: receiver }),
    step(5 * HOUR_ms, 'FollowUpUrgency', { by: receiver, text: '险情已排除，现场有人值守。' }),
  ];
}
