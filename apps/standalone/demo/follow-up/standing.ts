import type { StandingEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { createRandom, DAY_ms } from '@huiyin/kernel';
import type { FollowUp } from './step';

/** Half of the offices on a rung have put things right after two months. */
export function onRung({ stream, id, data }: StoredEvent, reached_ms: number): FollowUp[] {
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
export function onOrder({ type, stream, data }: StoredEvent, ordered_ms: number): FollowUp[] {
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
