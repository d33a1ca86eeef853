import type { Mapping, OfficePlan } from '@huiyin/csv-import';
import { aggregates, officeCommands } from '@huiyin/domain';
import { deterministicId } from '@huiyin/kernel';
import type { Platform } from '@huiyin/runtime/platform';
import { CliError, EXIT } from '../failure';

export interface OfficeRegister {
  /** Resolves when the office is in the directory. */
  ensure(office: OfficePlan): Promise<void>;
  /** Offices that this run registered. */
  registered(): number;
}

/** Each office is registered once, superiors before those under them, and before any case needs it. */
export function createOfficeRegister(
  { execute, directory }: Pick<Platform, 'execute' | 'directory'>,
  { id: mappingId, offices: { territory, level } }: Mapping,
  actor: string,
): OfficeRegister {
  const known = new Map<string, Promise<void>>();
  let registered = 0;
  async function register({ id, name, kind, superior }: OfficePlan): Promise<void> {
    if (directory.has(id)) return;
    const outcome = await execute({
      aggregate: aggregates.offices,
      id,
      type: 'RegisterOffice',
      data: officeCommands.RegisterOffice.parse({ name, kind, level, territory, superior }),
      commandId: deterministicId('import', mappingId, 'office', id),
      actor,
    });
    if (outcome.status === 'done' || outcome.status === 'repeated') {
      if (outcome.status === 'done') registered += 1;
      await directory.reached(outcome.position);
    } else if (outcome.status !== 'refused' || outcome.refusal.code !== 'already-exists') {
      throw new CliError('office-refused', `office ${id}: ${JSON.stringify(outcome)}`, EXIT.failed);
    }
  }
  return {
    ensure(office) {
      let found = known.get(office.id);
      if (!found) known.set(office.id, (found = register(office)));
      return found;
    },
    registered: () => registered,
  };
}

/** The same for a dry run: counts what would be registered. */
export function countOffices(exists: (id: string) => Promise<boolean>): OfficeRegister {
  const known = new Map<string, Promise<void>>();
  let missing = 0;
  return {
    ensure({ id }) {
      let found = known.get(id);
      if (!found) known.set(id, (found = exists(id).then((there) => void (missing += there ? 0 : 1))));
      return found;
    },
    registered: () => missing,
  };
}
