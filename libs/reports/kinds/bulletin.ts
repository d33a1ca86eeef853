import { METRICS } from '@huiyin/metrics';
import { addDays, DAY_ms, type LocalDate } from '@huiyin/kernel';
import { NOTES } from './notes';
import type { Plan } from './plan';

/** 快报: a few days beside as many before, for the whole city or one office. */
export function bulletin(from: LocalDate, to: LocalDate, timeZone: string, office?: string): Plan {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_ms + 1;
  const span = from === to ? { zh: from, en: from } : { zh: `${from}至${to}`, en: `${from} to ${to}` };
  return {
    request: { kind: 'bulletin', from, to, office },
    title: { zh: `信访工作快报（${span.zh}）`, en: `Bulletin of petition work, ${span.en}` },
    period: { from, to, timeZone },
    before: { from: addDays(from, -days), to: addDays(from, -1) },
    notes: NOTES,
    parts: [
      {
        shape: 'key-figures',
        id: 'key-figures',
        heading: { zh: '一、主要数字', en: '1. Key figures' },
        paragraphs: [],
        metrics: METRICS,
      },
      {
        shape: 'parts',
        id: 'offices',
        heading: { zh: '二、各单位', en: '2. By office' },
        paragraphs: [],
        by: 'office',
        order: 'key',
        metrics: METRICS.filter(({ id }) => OF_OFFICES.includes(id)),
      },
      { shape: 'supervision-triggers' },
      { shape: 'rungs' },
    ],
  };
}

const OF_OFFICES: readonly string[] = [
  'sent-to-office',
  'duties-on-time',
  'overdue',
  'breaches',
  'supervised',
];
