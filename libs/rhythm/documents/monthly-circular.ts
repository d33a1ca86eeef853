import type { ReportDocument } from '@huiyin/reports';
import { type Asked } from '../asked';
import type { Cut, Figures } from '../material';
import { cellOf, columnOf, figureOf, keysOf, metricOf } from './figures';
import { namesOf, OFFICE_COLUMN, text, textCell } from './words';
import { ofTheCity } from './of-the-city';

/** What each office did about what it owed; what people brought stands beside it as demand. */
export const CIRCULAR_CUTS: readonly Cut[] = [
  'inflow',
  'sent-to-office',
  'backlog',
  'handled-closure-rate',
  'on-time-acknowledgement',
  'on-time-acceptance',
  'on-time-answer',
  'duties-on-time',
  'breaches',
  'supervised',
  'confirmed-faults',
].map((metric) => ({ metric, by: 'office' }));

/** 月通报: every office in the order of its id, since a circular is no ranking. */
export function monthlyCircular(asked: Asked, position: number, figures: Figures): ReportDocument {
  const name = namesOf(figures.offices);
  const metrics = CIRCULAR_CUTS.map((cut) => ({ cut, metric: metricOf(cut.metric) }));
  const month = asked.period.to.slice(0, 7);
  return {
    ...ofTheCity(
      asked,
      position,
      'monthly-circular',
      text(`信访工作月通报（${month}）`, `Monthly circular, ${month}`),
    ),
    sections: [
      {
        id: 'offices',
        heading: text('各单位情况', 'Office by office'),
        paragraphs: [],
        columns: [OFFICE_COLUMN, ...metrics.map(({ metric }) => columnOf(metric))],
        rows: keysOf(figures, CIRCULAR_CUTS).map((office) => [
          textCell(name(office)),
          ...metrics.map(({ cut, metric }) => figureOf(metric, cellOf(figures, cut, 0, office))),
        ]),
        total: [
          textCell(text('合计', 'Total')),
          ...metrics.map(({ cut, metric }) => figureOf(metric, cellOf(figures, cut, 0))),
        ],
      },
    ],
  };
}
