import type { EventFilter } from '../port';

/** Of an installation on a server that holds others' streams too. */
export const NAMESPACE = /^[a-z][a-z0-9]{0,31}$/;
export const NAMESPACE_DEFAULT = 'huiyin';

/**
 * Streams are kept as `huiyin:case-…`, and each command leaves one event in `huiyin!command-…`: outside the prefix, so
 * that no reader of the log ever sees it. System events (`$…`) and other applications' streams are outside it too.
 */
export interface Names {
  prefix: string;
  stored(stream: string): string;
  /** Undefined for a stream that is not of this installation. */
  own(storedName: string): string | undefined;
  command(commandId: string): string;
}

export function createNames(namespace: string): Names {
  if (!NAMESPACE.test(namespace))
    throw new RangeError('a namespace is up to 32 lower-case letters and digits');
  const prefix = `${namespace}:`;
  return {
    prefix,
    stored: (stream) => prefix + stream,
    own: (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : undefined),
    command: (commandId) => `${namespace}!command-${commandId}`,
  };
}

export type ServerFilter =
  { filterOn: 'streamName'; prefixes: string[] } | { filterOn: 'eventType'; regex: string };

/** The server filters by stream or by type, not by both: what it lets through is looked at once more. */
export function serverFilter(names: Names, { streamPrefixes, types }: EventFilter = {}): ServerFilter {
  if (streamPrefixes) return { filterOn: 'streamName', prefixes: streamPrefixes.map(names.stored) };
  if (!types) return { filterOn: 'streamName', prefixes: [names.prefix] };
  return { filterOn: 'eventType', regex: `^(?:${types.map(literally).join('|')})$` };
}

const literally = (type: string): string => type.replaceAll(/\W/g, String.raw`\$&`);

/** A filter with an empty list lets nothing through, and a server would read it as no filter. */
export const letsNothingThrough = ({ streamPrefixes, types }: EventFilter = {}): boolean =>
  streamPrefixes?.length === 0 || types?.length === 0;
