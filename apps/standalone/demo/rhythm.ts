import { CITY, type AggregatePath } from '@huiyin/domain';
import { addDays, DAY_ms, localDate, MINUTE_ms } from '@huiyin/kernel';
import { DISTRICTS } from './city';

export interface RhythmStep {
  at_ms: number;
  path: AggregatePath;
  id: string;
  type: string;
  data: unknown;
}

const TIME_ZONE = 'Asia/Shanghai';
/** A year of mornings is too long to live through: the city has had its rhythm for some days. */
const RHYTHM_days = 5;
const DAY_OF_MONTH_MAX = 28;
const DRIVE = 'winter-heating';
const BY = 'linjiang-government';
const FOUND = '两个小区供暖温度不达标，已责令整改。';
/** Of six districts one stays silent, one has something to tell, and the others say that there was nothing. */
const [SILENT, BUSY] = ['yunling-government', 'beiwan-government'];

/** In its last days the city gets its lists each morning, and its districts report on a drive. */
export function rhythmSteps(to_ms: number): RhythmStep[] {
  const begun_ms = to_ms - RHYTHM_days * DAY_ms;
  const from = localDate(new Date(begun_ms + DAY_ms), TIME_ZONE);
  // The monthly circular falls into these days too.
  const monthlyOn = Math.min(Number(from.slice(-2)), DAY_OF_MONTH_MAX);
  const offices = DISTRICTS.map(({ id }) => `${id}-government`);
  const days = [0, 1, 2, 3, 4].map((day) => addDays(from, day));
  const drive = (at_ms: number, type: string, data: unknown): RhythmStep => ({
    at_ms,
    path: 'drives',
    id: DRIVE,
    type,
    data,
  });
  return [
    {
      at_ms: begun_ms,
      path: 'rhythms',
      id: CITY,
      type: 'SetRhythm',
      data: { timeZone: TIME_ZONE, dailyAt: '08:30', dueSoon_days: 3, monthlyOn, from },
    },
    drive(begun_ms, 'OpenDrive', {
      pack: 'xinfang-2022',
      by: BY,
      subject: '冬季供暖专项排查',
      offices,
      from,
      to: addDays(from, 6),
    }),
    ...days.flatMap((day) =>
      offices
        .filter((office) => office !== SILENT)
        .map((office, index) => {
          // An office after the other: a moment stands for one command.
          const at_ms = Date.parse(`${day}T08:00:00Z`) + index * MINUTE_ms;
          return office === BUSY
            ? drive(at_ms, 'ReportMatters', { office, day, count: 2, text: FOUND })
            : drive(at_ms, 'ReportZero', { office, day });
        }),
    ),
  ];
}
