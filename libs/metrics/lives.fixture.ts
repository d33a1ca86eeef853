import { caseSteps } from '@huiyin/testing/histories';
import type { Told } from '@huiyin/testing/view';

/* Some whole lives of cases, so that every metric has something to count in every random city, met and not. */

const day = (date: string): string => `${date}T02:00:00.000Z`;

const good = caseSteps('good', 'housing');
const late = caseSteps('late', 'housing');

export const lives: readonly Told[] = [
  good.registered({ receivedAt: day('2026-03-02') }, day('2026-03-02')),
  good.sorted({}, day('2026-03-03')),
  good.sent({}, day('2026-03-04')),
  good.acknowledged({}, day('2026-03-05')),
  good.accepted({}, day('2026-03-06')),
  late.registered({ receivedAt: day('2026-03-02') }, day('2026-03-02')),
  late.sorted({}, day('2026-03-03')),
  late.sent({}, day('2026-03-04')),
  late.acknowledged({}, day('2026-05-05')),
  late.accepted({}, day('2026-05-06')),
];
