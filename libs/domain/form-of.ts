import { z } from 'zod';
import type { AnyAggregate } from './aggregates';

/** What a sender fills in for a command: its schema without the fields that only Huiyin's own services know. */
export function formOf({ commands, ownFields = {} }: AnyAggregate, type: string): z.ZodType {
  const schema = commands[type]!;
  const own = ownFields[type] ?? [];
  return schema instanceof z.ZodObject && own.length > 0
    ? schema.omit(Object.fromEntries(own.map((field) => [field, true])) as Record<never, true>)
    : schema;
}
