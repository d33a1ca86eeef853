import { DAY_ms, HOUR_ms } from '@huiyin/kernel';
/** Made-up rows in the shape of Boston's 311 export; nothing in them is real. */

export const BOSTON_HEADER =
  'case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,subject,reason,type,' +
  'queue,department,submittedphoto,closedphoto,location,fire_district,pwd_district,city_council_district,' +
  'police_district,neighborhood,neighborhood_services_district,ward,precinct,location_street_name,' +
  'location_zipcode,latitude,longitude,source';
const COLUMNS = BOSTON_HEADER.split(',');

export type Expected = { weekdays: number } | { days: number } | undefined;

interface Service {
  type: string;
  reason: string;
  subject: string;
  department: string;
  queues: number;
  expected: Expected;
}

const service = (
  type: string,
  reason: string,
  department: string,
  expected: Expected,
  queues = 3,
): Service => ({
  ...{ type, reason, department, expected, queues },
  subject: `${department} Department`,
});

export const SERVICES: readonly Service[] = [
  service('Parking Enforcement', 'Enforcement & Abandoned Vehicles', 'BTDT', { weekdays: 1 }),
  service('Requests for Street Cleaning', 'Street Cleaning', 'PWDx', { weekdays: 1 }, 15),
  service('Improper Storage of Trash (Barrels)', 'Code Enforcement', 'PWDx', { weekdays: 2 }),
  service('Request for Pothole Repair', 'Highway Maintenance', 'PWDx', { weekdays: 1 }, 15),
  service('Street Light Outages', 'Street Lights', 'PWDx', { weekdays: 10 }),
  service('Graffiti Removal', 'Graffiti', 'PROP', { weekdays: 45 }),
  service('Rodent Activity', 'Environmental Services', 'ISD', { days: 30 }),
  service('Unsatisfactory Living Conditions', 'Housing', 'ISD', { days: 120 }),
  service('Traffic Signal Inspection', 'Signs & Signals', 'BTDT', { days: 1 }),
  service('Needle Pickup', 'Needle Program', 'GEN_', undefined),
  service('Schedule a Bulk Item Pickup', 'Sanitation', 'PWDx', undefined),
];

/** mulberry32: the same seed gives the same file. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A wall clock is held as if it were UTC: the export shows nothing else. */
export const wallText = (wall_ms: number): string =>
  new Date(wall_ms).toISOString().slice(0, 19).replace('T', ' ');
export const wallOf = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

const isWeekend = (wall_ms: number): boolean => [0, 6].includes(new Date(wall_ms).getUTCDay());

/** Written apart from libs/policy, day by day, so that one can be held against the other. */
export function dueWall(open_ms: number, expected: NonNullable<Expected>): number {
  if ('days' in expected) return open_ms + expected.days * DAY_ms;
  let day_ms = Math.floor(open_ms / DAY_ms) * DAY_ms;
  let time_ms = open_ms - day_ms;
  if (isWeekend(day_ms) || time_ms >= 17 * HOUR_ms) {
    do day_ms += DAY_ms;
    while (isWeekend(day_ms));
    time_ms = 8.5 * HOUR_ms;
  }
  time_ms = Math.max(time_ms, 8.5 * HOUR_ms);
  for (let left = expected.weekdays; left > 0;) {
    day_ms += DAY_ms;
    if (!isWeekend(day_ms)) left -= 1;
  }
  return day_ms + time_ms;
}

export type BostonRow = Partial<Record<string, string>>;

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of the file, columns in the order of the header. */
export const csvLine = (row: BostonRow): string => COLUMNS.map((name) => cell(row[name] ?? '')).join(',');

const SOURCES = [
  'Constituent Call',
  'Citizens Connect App',
  'City Worker App',
  'Self Service',
  'Employee Generated',
];
const OFF_TARGET = 0.02;
const OPEN = 0.12;

/** A row opened anywhere in 2023; about 2 % of its targets follow no period. */
export function bostonRow(random: () => number, index: number): BostonRow {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const { type, reason, subject, department, queues, expected } = pick(SERVICES);
  const source = pick(SOURCES);
  const exact_ms = wallOf('2023-01-01 00:00:00') + Math.floor(random() * 365 * 86_400) * 1_000;
  // A call is written down with its minute; the target keeps the seconds.
  const open_ms = source === 'Constituent Call' ? Math.floor(exact_ms / 60_000) * 60_000 : exact_ms;
  const off_ms = random() < OFF_TARGET ? (1 + Math.floor(random() * 5)) * HOUR_ms : 0;
  const target = expected ? wallText(dueWall(exact_ms, expected) + off_ms) : '';
  const isOpen = random() < OPEN;
  const closed = wallText(exact_ms + Math.floor(random() * 20 * 86_400) * 1_000);
  const street = `${1 + Math.floor(random() * 900)} Example St`;
  return {
    case_enquiry_id: String(101_004_000_000 + index),
    open_dt: wallText(open_ms),
    target_dt: target,
    closed_dt: isOpen ? '' : closed,
    ontime: target !== '' && closed > target ? 'OVERDUE' : 'ONTIME',
    case_status: isOpen ? 'Open' : 'Closed',
    closure_reason: isOpen
      ? ' '
      : `Case Closed. Closed date : ${closed}.43 Case ${pick(['Resolved', 'Noted', 'Invalid'])} ${random() < 0.05 ? 'crew sent,\nnothing "found"' : 'all set'} `,
    case_title: type,
    ...{ subject, reason, type, department },
    queue: `${department}_District ${1 + Math.floor(random() * queues)}: ${reason}`,
    location: `${street}  Boston  MA  02118`,
    neighborhood: 'Roxbury',
    ward: 'Ward 5',
    location_street_name: street,
    location_zipcode: '02118',
    latitude: (42.3 + random() / 10).toFixed(4),
    longitude: (-71.1 + random() / 10).toFixed(4),
    source,
  };
}

/** A whole file, line by line. */
export function* bostonFile(seed: number, rows: number): Generator<string> {
  const random = seeded(seed);
  yield `${BOSTON_HEADER}\n`;
  for (let index = 0; index < rows; index++) yield `${csvLine(bostonRow(random, index))}\n`;
}
