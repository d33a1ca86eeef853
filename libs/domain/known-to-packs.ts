import { adoptedIn, type DataSchema, type Known, type RuleBook } from '@huiyin/policy';
import { EVENT_STREAMS, EVENT_VERSIONS } from './event-versions';
import storedSchemas from './stored-schemas.json';

const SCHEMAS: Readonly<Record<string, DataSchema | undefined>> = storedSchemas;

/** What a pack may lean on where it is adopted: every event with its fields, the packs and calendars in force. */
export const knownToPacks = (rules?: RuleBook): Known => ({
  events: EVENT_STREAMS,
  schemas: (event) => SCHEMAS[`${event}@${EVENT_VERSIONS[event]}`],
  ...(rules && adoptedIn(rules)),
});
