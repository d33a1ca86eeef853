import { z } from 'zod';
import { contractOf, CONTRACTS, schemaUri, type MessageType } from './topics';

export type JsonSchema = { readonly [keyword: string]: unknown };

export const MESSAGE_TYPES = Object.keys(CONTRACTS) as MessageType[];

/** JSON Schema 2020-12 of a message's data. Open: a subscriber must let pass the fields that it does not know. */
export function jsonSchemaOf(type: MessageType): JsonSchema {
  const { zh, en, data } = contractOf(type);
  const { $schema, ...schema } = z.toJSONSchema(data, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: schemaUri(type), title: type, description: `${en} ${zh}`, ...schema };
}
