import type { DataSource } from 'typeorm';
import { equal } from '../filter';
import { atPosition, type Answer } from '../page';
import { officeDirectory } from './projection';
import type { OfficeRow } from './table';

/** Offices answered at most; a province has fewer. */
export const OFFICES_MAX = 20_000;

export interface OfficeFilter {
  kind?: string | undefined;
  level?: string | undefined;
  territory?: string | undefined;
  superior?: string | undefined;
  /** One of the categories that it answers for. */
  function?: string | undefined;
}

const FIELDS = ['kind', 'level', 'territory', 'superior'] as const;

/** The directory, in order of id. */
export const listOffices = (
  source: DataSource,
  filter: OfficeFilter = {},
): Promise<Answer<readonly OfficeRow[]>> =>
  atPosition(source, [officeDirectory.name], (manager) => {
    const query = manager.getRepository<OfficeRow>(officeDirectory.name).createQueryBuilder('v');
    if (filter.function !== undefined) query.where(':line = ANY (v.functions)', { line: filter.function });
    return equal(query, FIELDS, filter).orderBy('v.id').limit(OFFICES_MAX).getMany();
  });

/** Offices that have published how they are reached, petition departments first. */
export const listChannels = (source: DataSource): Promise<Answer<readonly OfficeRow[]>> =>
  atPosition(source, [officeDirectory.name], (manager) =>
    manager
      .getRepository<OfficeRow>(officeDirectory.name)
      .createQueryBuilder('v')
      .where('v.channels IS NOT NULL AND v.successor IS NULL')
      .orderBy(`CASE v.kind WHEN 'petition-department' THEN 0 ELSE 1 END`)
      .addOrderBy('v.id')
      .limit(OFFICES_MAX)
      .getMany(),
  );

export const findOffice = (source: DataSource, id: string): Promise<Answer<OfficeRow | undefined>> =>
  atPosition(source, [officeDirectory.name], async (manager) => {
    const row = await manager.getRepository<OfficeRow>(officeDirectory.name).findOneBy({ id });
    return row ?? undefined;
  });
