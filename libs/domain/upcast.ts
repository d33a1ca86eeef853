import { EVENT_VERSIONS } from './event-versions';

/** An event as it was stored, in whatever version was current then. */
export interface StoredShape {
  type: string;
  version: number;
  data: unknown;
}

/** Data of one version → data of the next. */
type Upcaster = (data: unknown) => unknown;

/** `CaseSent@1` holds the step from version 1 to version 2. Empty while every event is still in its first version. */
const UPCASTERS: Readonly<Record<string, Upcaster>> = {};

/**
 * The event as the code knows it today. Throws for a type or version that this code does not know: a newer Huiyin has
 * written to the log, and to guess at what it meant would be worse than to stop.
 */
export function upcast(
  stored: StoredShape,
  versions = EVENT_VERSIONS,
  upcasters = UPCASTERS,
): { type: string; data: unknown } {
  const { type } = stored;
  const current = versions[type];
  if (current === undefined) throw new Error(`unknown event ${type}: ${NEWER}`);
  if (stored.version > current || stored.version < 1)
    throw new Error(`unknown version ${stored.version} of ${type} (known: 1 to ${current}): ${NEWER}`);
  let { data } = stored;
  for (let version = stored.version; version < current; version += 1) {
    const step = upcasters[`${type}@${version}`];
    if (!step) throw new Error(`no upcaster from version ${version} of ${type}`);
    data = step(data);
  }
  return { type, data };
}

const NEWER = 'the log was written by a newer version of Huiyin; install that version or a later one';
