import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asyncApi } from './asyncapi';
import { breakingChanges } from './breaking-changes';
import { jsonSchemaOf, MESSAGE_TYPES, type JsonSchema } from './json-schema';

export const ASYNCAPI_FILE = 'asyncapi.json';

const asText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** Every generated file by its path under libs/contracts. */
export const generated = (): Map<string, string> =>
  new Map([
    ...MESSAGE_TYPES.map((type) => [`schemas/${type}.json`, asText(jsonSchemaOf(type))] as const),
    [ASYNCAPI_FILE, asText(asyncApi())] as const,
  ]);

/** What is checked in, under the same paths. */
export function checkedIn(folder: string): Map<string, string> {
  const files = readdirSync(path.join(folder, 'schemas')).map((file) => `schemas/${file}`);
  return new Map(
    [...files, ASYNCAPI_FILE].map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const),
  );
}

/** Why what is generated would break whoever reads what is checked in: one sentence each. */
export function brokenContracts(
  published: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string>,
): string[] {
  return [...published.keys()]
    .filter((file) => file !== ASYNCAPI_FILE)
    .flatMap((file) => {
      const now = current.get(file);
      if (now === undefined) return [`${file}: was published and is gone`];
      const changes = breakingChanges(parse(published.get(file)!), parse(now));
      return changes.map((change) => `${file} ${change}: leave V1 as it is and add a V2 beside it`);
    });
}

const parse = (text: string): JsonSchema => JSON.parse(text) as JsonSchema;

/** Writes what was added since; never over a published contract that would break. */
export function writeContracts(folder: string): void {
  const current = generated();
  const broken = brokenContracts(checkedIn(folder), current);
  if (broken.length > 0) throw new Error(broken.join('\n'));
  for (const [file, text] of current) writeFileSync(path.join(folder, file), text);
}
