import type { Cell as Counted } from '@huiyin/metrics';
import type { Column, ReportDocument, Section } from '@huiyin/reports';
import { quarterOf, type Asked } from '../asked';
import type { Cut, Figures } from '../material';
import { cellOf, columnOf, keysOf, metricOf } from './figures';
import { byText, countCell, namesOf, OFFICE_COLUMN, text, textCell } from './words';
import { ofTheCity } from './of-the-city';

const RANKED: Cut = { metric: 'duties-on-time', by: 'office' };
export const RANKING_CUTS: readonly Cut[] = [RANKED];

/** An office with fewer duties than this in the quarter is shown, and not ranked: a share of three says nothing. */
export const RANKED_FROM_duties = 5;

export interface Placed {
  office: string;
  due: number;
  missed: number;
  /** 1 is the best; offices that do equally well share a place. */
  place: number;
}

/** Offices by the share of their own duties that they missed, the smallest first. Nobody else is ranked, ever. */
export function rank(figures: Figures): {
  placed: readonly Placed[];
  unplaced: readonly Omit<Placed, 'place'>[];
} {
  const all = keysOf(figures, RANKING_CUTS).map((office) =>
    counted(office, cellOf(figures, RANKED, 0, office)),
  );
  const ranked = all
    .filter(({ due }) => due >= RANKED_FROM_duties)
    // Crosswise, so that no rounding decides.
    .sort((a, b) => a.missed * b.due - b.missed * a.due || byText(a.office, b.office));
  const placed = ranked.map((one) => ({
    ...one,
    place: 1 + ranked.findIndex((first) => first.missed * one.due === one.missed * first.due),
  }));
  return { placed, unplaced: all.filter(({ due }) => due > 0 && due < RANKED_FROM_duties) };
}

const counted = (office: string, cell: Counted | undefined): Omit<Placed, 'place'> => ({
  office,
  due: cell?.items ?? 0,
  missed: (cell?.items ?? 0) - (cell?.met ?? 0),
});

const FORMULA = text(
  `排名公式：逾期率 = 未按期履行的职责数 ÷ 到期的职责数；逾期率低者在前，相同者并列。到期职责不足${RANKED_FROM_duties}项的单位不参加排名。`,
  `Formula: share missed = duties not met on time ÷ duties that fell due; the smaller share comes first, equal shares have one place. Offices with fewer than ${RANKED_FROM_duties} duties due are not ranked.`,
);

const COLUMNS: readonly Column[] = [
  {
    id: 'place',
    heading: text('名次', 'Place'),
    definition: text('按逾期率由低到高', 'By share missed, the smallest first'),
  },
  OFFICE_COLUMN,
  {
    id: 'due',
    heading: text('到期职责', 'Duties due'),
    definition: text('期内到期的职责数', 'Duties that fell due in the quarter'),
  },
  {
    id: 'missed',
    heading: text('未按期履行', 'Missed'),
    definition: text('其中未按期履行的', 'Those not met by their due time'),
  },
];

/** 季度排名, with its formula. */
export function quarterlyRanking(asked: Asked, position: number, figures: Figures): ReportDocument {
  const name = namesOf(figures.offices);
  const { placed, unplaced } = rank(figures);
  const row = ({ office, due, missed }: Omit<Placed, 'place'>): Section['rows'][number] => [
    textCell(name(office)),
    countCell(due),
    countCell(missed),
    { kind: 'rate', numerator: missed, denominator: due },
  ];
  const share = {
    ...columnOf(metricOf(RANKED.metric)),
    id: 'share',
    heading: text('逾期率', 'Share missed'),
  };
  const definition = text(
    `1 − ${metricOf(RANKED.metric).name.zh}：${share.definition.zh}`,
    `1 − ${metricOf(RANKED.metric).name.en}: ${share.definition.en}`,
  );
  const columns = [...COLUMNS, { ...share, definition }];
  const quarter = quarterOf(asked.period.to);
  return {
    ...ofTheCity(
      asked,
      position,
      'quarterly-ranking',
      text(`各单位履职季度排名（${quarter}）`, `Quarterly ranking of offices, ${quarter}`),
    ),
    sections: [
      {
        id: 'ranking',
        heading: text('排名', 'Ranking'),
        paragraphs: [FORMULA],
        columns,
        rows: placed.map((one) => [countCell(one.place), ...row(one)]),
      },
      {
        id: 'unranked',
        heading: text('不参加排名的单位', 'Not ranked'),
        paragraphs: [],
        columns: columns.slice(1),
        rows: unplaced.map(row),
      },
    ],
  };
}
