import { eventStoreSchema, readConfig } from '@huiyin/runtime/config';
import { CliError } from '../failure';

/** Of what fills or measures the event table itself. Throws CliError where the events are elsewhere. */
export function assertOnPostgres(command: string): void {
  if (readConfig(eventStoreSchema).kurrentDb)
    throw new CliError(
      'postgres-only',
      `${command} works on PostgreSQL's event table, and EVENT_STORE=kurrentdb`,
    );
}
