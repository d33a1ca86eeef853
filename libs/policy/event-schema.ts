/** What can stand in an event's data: as much of JSON Schema as says which fields there are, and with which values. */
export interface DataSchema {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly DataSchema[];
  items?: DataSchema;
  properties?: Readonly<Record<string, DataSchema | undefined>>;
  additionalProperties?: DataSchema;
}

/** By event type; undefined where nothing is known of it. */
export type EventSchemas = (event: string) => DataSchema | undefined;

export type Value = string | number | boolean;

/** What the field may hold; none where the data has no such field. */
export function fieldOf(schema: DataSchema, field: string): readonly DataSchema[] {
  const { anyOf, properties = {}, additionalProperties } = schema;
  if (anyOf) return anyOf.flatMap((one) => fieldOf(one, field));
  if (Object.hasOwn(properties, field)) return [properties[field]!];
  return additionalProperties ? [additionalProperties] : [];
}

export function canBe(schema: DataSchema, value: Value): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => canBe(one, value));
  if (schema.enum) return schema.enum.includes(value);
  if ('const' in schema) return schema.const === value;
  return schema.type === undefined || schema.type === typeof value;
}
