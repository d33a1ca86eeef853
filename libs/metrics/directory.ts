import type { LocalDate } from '@huiyin/kernel';
import type { LogEvent } from '@huiyin/read-models';

/** What the metrics look at of an office. */
export interface OfficeFacts {
  level: string;
  territory: string;
  superior: string | null;
  successor: string | null;
  /** Local date. */
  succeededFrom: LocalDate | null;
  /** Of its territory, as published. */
  residents: readonly { residents: number; asOf: LocalDate }[];
}

export type Directory = ReadonlyMap<string, OfficeFacts>;

const PREFIX = 'office-';

export function openDirectory(events: readonly LogEvent[]): Directory {
  const offices = new Map<string, OfficeFacts>();
  for (const event of events) {
    const id = event.stream.slice(PREFIX.length);
    const known = offices.get(id);
    if (event.type === 'OfficeRegistered' && !known) {
      const { level, territory, superior = null } = event.data;
      offices.set(id, { level, territory, superior, successor: null, succeededFrom: null, residents: [] });
    } else if (event.type === 'ResidentsCounted' && known) {
      const { residents, asOf } = event.data;
      offices.set(id, { ...known, residents: [...known.residents, { residents, asOf }] });
    } else if (event.type === 'OfficeSucceeded' && known) {
      offices.set(id, { ...known, successor: event.data.successor, succeededFrom: event.data.from });
    }
  }
  return offices;
}

/** Where an office's figures also count on that day: with whoever took over from it, otherwise with the office above. */
export function countsWith(office: string, offices: Directory, day: LocalDate): string | null {
  const found = offices.get(office);
  if (!found) return null;
  const { successor, succeededFrom, superior } = found;
  return successor !== null && succeededFrom !== null && succeededFrom <= day ? successor : superior;
}

/** The office and all that its figures are rolled up into, each once: a directory may hold a ring. */
export function lineUp(office: string, offices: Directory, day: LocalDate): readonly string[] {
  const line = new Set([office]);
  for (const one of line) {
    const next = countsWith(one, offices, day);
    if (next !== null) line.add(next);
  }
  return [...line];
}

/** As counted last until the day; of one day's counts, the one recorded last. */
export function residentsOf(offices: readonly OfficeFacts[], day: LocalDate): number | undefined {
  let found: OfficeFacts['residents'][number] | undefined;
  for (const { residents } of offices) {
    for (const count of residents)
      if (count.asOf <= day && (!found || count.asOf >= found.asOf)) found = count;
  }
  return found?.residents;
}

/** The narrowest territory of the directory that the place of an issue names; empty where there is none. */
export function areaOf(place: string, offices: Directory): string {
  let found = '';
  for (const { territory } of offices.values()) {
    if (territory === '' || !place.includes(territory)) continue;
    if (territory.length > found.length || (territory.length === found.length && territory < found))
      found = territory;
  }
  return found;
}
