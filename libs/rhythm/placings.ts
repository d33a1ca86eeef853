import type { Ranking } from '@huiyin/policy';
import { idOf, periodName, type Asked } from './asked';
import { RANKED_FROM_duties } from './documents/quarterly-ranking';
import { keysOf, cellOf } from './documents/figures';
import type { Source } from './make';
import type { Cut, Figures } from './material';

/** An office among the worst of a ranking that the ladder of a pack counts. */
export interface Placing {
  pack: string;
  office: string;
  /** `2026-Q1` or `2026-03` */
  period: string;
  /** From the bottom: 1 is the worst. */
  place: number;
  /** The bulletin that the ranking goes out with. */
  published: string;
}

/** What a ladder ranks, as a metric on the offices' own duties. */
const COUNTED_BY: Readonly<Record<Ranking['ranks'], string>> = {
  'overdue-duties': 'duties-on-time',
  'late-answers': 'on-time-answer',
  'unanswered-supervision': 'supervision-feedback',
  'confirmed-faults': 'confirmed-faults',
};

const EVERY = { 'monthly-circular': 'month', 'quarterly-ranking': 'quarter' } as const;

/** Whose placings count on the standings when a circular or a ranking goes out: none where no ladder asks for any. */
export async function placingsOf(asked: Asked, source: Source): Promise<readonly Placing[]> {
  const { kind } = asked;
  if (kind !== 'monthly-circular' && kind !== 'quarterly-ranking') return [];
  const placings: Placing[] = [];
  for (const { id: pack, ladder } of source.rules.packs()) {
    const { ranking } = ladder;
    if (ranking?.every !== EVERY[kind]) continue;
    const cut: Cut = { metric: COUNTED_BY[ranking.ranks], by: 'office' };
    const worst = worstOf(await source.figures(asked, [cut]), cut, ranking.worst);
    const about = { pack, period: periodName(asked), published: idOf(asked) };
    placings.push(...worst.map((one) => ({ ...about, ...one })));
  }
  // An office is placed once in a ranking, whichever pack asks first.
  return placings.filter(
    ({ office }, index) => placings.findIndex((first) => first.office === office) === index,
  );
}

/** Those with most to answer for; an office that missed nothing is among no worst, however few there are. */
function worstOf(figures: Figures, cut: Cut, places: number): { office: string; place: number }[] {
  const bad = keysOf(figures, [cut])
    .map((office) => ({ office, badness: badnessOf(figures, cut, office) }))
    .filter(({ badness }) => badness > 0)
    .sort((a, b) => b.badness - a.badness);
  return bad
    .map(({ office, badness }) => ({
      office,
      place: 1 + bad.findIndex((first) => first.badness === badness),
    }))
    .filter(({ place }) => place <= places);
}

/** Of a share, what was missed of it, from as many duties as are ranked; of a count, the number. */
function badnessOf(figures: Figures, cut: Cut, office: string): number {
  const cell = cellOf(figures, cut, 0, office);
  const { items, met } = cell ?? { items: 0, met: 0 };
  if (cut.metric === COUNTED_BY['confirmed-faults']) return items;
  return items < RANKED_FROM_duties ? 0 : (items - met) / items;
}
