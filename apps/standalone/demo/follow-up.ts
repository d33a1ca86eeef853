import type { ReviewEvents, SupervisionEvents } from '@huiyin/domain';
import type { StoredEvent } from '@huiyin/event-store';
import { createRandom, type Random } from '@huiyin/kernel';

/** What the people of the demo city do about an order or a review that Huiyin opened by itself. */
export interface FollowUp {
  at_ms: number;
  path: 'supervisions' | 'reviews' | 'standings';
  id: string;
  type: string;
  data: unknown;
}

const DAY_ms = 86_400_000;
const SILENT_OFFICES = 0.35;
const NO_FAULT = 0.3;

/** The same order always gets the same follow-up: chance comes from its id alone. */
const chanceOf = (id: string): Random => createRandom(Number.parseInt(id.slice(0, 8), 16));

export function followUps(event: StoredEvent): FollowUp[] {
  const opened_ms = Date.parse(event.recordedAt);
  if (event.type === 'SupervisionOrdered') return onSupervision(event, opened_ms);
  if (event.type === 'ReviewOpened') return onReview(event, opened_ms);
  return event.type === 'RungReached' ? onRung(event, opened_ms) : [];
}

function onSupervision({ stream, data }: StoredEvent, opened_ms: number): FollowUp[] {
  const id = stream.slice('supervision-'.length);
  const random = chanceOf(id);
  const { rule } = data as SupervisionEvents['SupervisionOrdered'];
  const replied_ms = opened_ms + random.between(2, 20) * DAY_ms;
  return [
    {
      at_ms: replied_ms,
      path: 'supervisions',
      id,
      type: 'ReplyToSupervision',
      data: { text: `已核实「${rule ?? ''}」逾期情况，正在办理。` },
    },
    {
      at_ms: replied_ms + random.between(1, 10) * DAY_ms,
      path: 'supervisions',
      id,
      type: 'CloseSupervision',
      data: { solved: true, reasons: '经核查，问题已处理。' },
    },
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
  return [
    ...(silent
      ? []
      : [
          {
            at_ms: opened_ms + random.between(1, 5) * DAY_ms,
            path: 'reviews' as const,
            id,
            type: 'StateSide',
            data: { text: '因人员调整衔接不及时，已整改。' },
          },
        ]),
    { at_ms: found_ms, path: 'reviews', id, type: 'ConfirmFinding', data: { finding } },
    {
      at_ms: found_ms + 3 * DAY_ms,
      path: 'reviews',
      id,
      type: 'CloseReview',
      data: {
        measures: finding.outcome === 'fault' ? '责令限期整改，纳入季度通报。' : '完善鉴定期间告知制度。',
      },
    },
  ];
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
