import type { AggregatePath } from '@huiyin/domain';
import { createRandom, DAY_ms, instantAt, localDate } from '@huiyin/kernel';
import { DISTRICTS, OFFICES } from './city';

export interface YearStep {
  at_ms: number;
  path: AggregatePath;
  id: string;
  type: string;
  data: unknown;
}

const TIME_ZONE = 'Asia/Shanghai';
const YEAR = 9_000_011;
const BY = 'linjiang-government';
const HEAD = { post: 'first-responsible' };

const TARGETS = [
  { metric: 'duties-on-time', value: 95 },
  { metric: 'on-time-answer', value: 95 },
  { metric: 'days-to-answer', value: 35 },
  { metric: 'breaches', value: 60 },
];

/** Days of the year after, counted from New Year. */
const SET = 7;
const SIGNED = 12;
const REPORTED = 18;
const CONCLUDED = 40;
/** One district signs too late, and one stays silent on its year. */
const [UNSIGNED, SILENT] = ['yunling', 'qingyuan'];

const PRACTICES = ['首办负责制台账', '“一案一策”会商机制', '午间夜间接访窗口', '网上信访限时回访'];
const AWARDS = ['信访工作通报表扬', '群众满意窗口', '初信初访化解先进单位'];
/** Days after the beginning on which good practice is noted, and some days later an award given. */
const HONOURED_on = [30, 75, 120, 165, 210, 255, 300, 340];
const AWARDED_after = 20;

/** What comes once in a year, from the seed alone: letters of targets, good practice, awards. */
export const yearSteps = (seed: number, from_ms: number): YearStep[] => [
  ...targetSteps(from_ms),
  ...honourSteps(seed, from_ms),
];

const yearOf = (at_ms: number): number =>
  Number(localDate(new Date(at_ms).toISOString(), TIME_ZONE).slice(0, 4));

/** 目标责任书: the year that the city begins in comes to its end and is concluded; that of the next goes on. */
function targetSteps(from_ms: number): YearStep[] {
  const year = yearOf(from_ms);
  const newYear_ms = instantAt(Date.UTC(year + 1, 0, 1), TIME_ZONE);
  const after = (days: number): number => newYear_ms + days * DAY_ms;
  return DISTRICTS.flatMap(({ id: district }, index) => {
    const office = `${district}-government`;
    const step = (at_ms: number, of: number, type: string, data: unknown): YearStep => ({
      // An office after the other: a moment stands for one command.
      at_ms: at_ms + index * 60_000,
      path: 'targets',
      id: `${office}-${of}`,
      type,
      data,
    });
    const set = (of: number) => ({ office, by: BY, year: of, targets: TARGETS });
    return [
      step(from_ms + DAY_ms, year, 'SetTargets', set(year)),
      step(from_ms + 3 * DAY_ms, year, 'SignTargets', HEAD),
      ...(district === SILENT
        ? []
        : [step(after(REPORTED), year, 'ReportTargets', { text: '全年按责任书推进，逾期事项已逐件整改。' })]),
      step(after(CONCLUDED), year, 'ConcludeTargets', {}),
      step(after(SET), year + 1, 'SetTargets', set(year + 1)),
      ...(district === UNSIGNED ? [] : [step(after(SIGNED), year + 1, 'SignTargets', HEAD)]),
    ];
  });
}

/** 典型经验、表彰: an office that is on a rung by then gets none, as everywhere. */
function honourSteps(seed: number, from_ms: number): YearStep[] {
  const random = createRandom(seed * YEAR);
  const offices = OFFICES.filter(({ kind }) => kind === 'office');
  return HONOURED_on.flatMap((day) => {
    const { id } = random.pick(offices);
    const title = random.pick(PRACTICES);
    const noted_ms = from_ms + day * DAY_ms;
    const awarded_ms = noted_ms + AWARDED_after * DAY_ms;
    const award = { name: random.pick(AWARDS), year: yearOf(awarded_ms), reasons: '做法有效，予以表彰。' };
    return [
      {
        at_ms: noted_ms,
        path: 'standings',
        id,
        type: 'NotePractice',
        data: { title, text: '做法见经验材料。' },
      },
      { at_ms: awarded_ms, path: 'standings', id, type: 'GrantAward', data: award },
    ];
  });
}
