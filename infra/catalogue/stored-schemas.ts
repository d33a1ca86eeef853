import { EVENT_VERSIONS } from '@huiyin/domain/event-versions';
import path from 'node:path';
import ts from 'typescript';

type Schema = Readonly<Record<string, unknown>>;

const HERE = path.resolve(__dirname, '../..');
const ROOT = path.basename(HERE) === 'dist' ? path.dirname(HERE) : HERE;
const AGGREGATES = [
  'accountability-review',
  'advice',
  'assessment',
  'bulletin',
  'calendar',
  'case',
  'drive',
  'fund',
  'ledger',
  'office',
  'policy',
  'rhythm',
  'standing',
  'supervision',
  'target',
];
/** `CaseEvents`: the interface whose properties are the stored events of an aggregate. */
const EVENTS = /^[A-Z]\w*Events$/;

/** JSON Schema of the data of every stored event in its version of today, as its TypeScript type says it. */
export function storedSchemas(): Record<string, Schema> {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = AGGREGATES.map((name) => path.join(ROOT, 'libs/domain', name, 'events.ts'));
  const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const found: Record<string, Schema> = {};
  for (const file of files) {
    for (const statement of program.getSourceFile(file)!.statements) {
      if (!ts.isInterfaceDeclaration(statement) || !EVENTS.test(statement.name.text)) continue;
      const events = checker.getTypeAtLocation(statement);
      for (const event of checker.getPropertiesOfType(events)) {
        const name = `${event.name}@${EVENT_VERSIONS[event.name]}`;
        found[name] = schemaOf(checker, checker.getTypeOfSymbolAtLocation(event, statement), []);
      }
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function schemaOf(checker: ts.TypeChecker, type: ts.Type, within: readonly ts.Type[]): Schema {
  // A type within itself: anything from there on.
  if (within.includes(type)) return {};
  const { flags } = type;
  if (flags & ts.TypeFlags.BooleanLike && !type.isLiteral()) return booleanOf(checker, type);
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (flags & ts.TypeFlags.Null) return { type: 'null' };
  const inner = [...within, type];
  if (type.isUnion()) return unionOf(checker, type, inner);
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', items: item ? schemaOf(checker, item, inner) : {} };
  }
  return flags & ts.TypeFlags.Object || type.isIntersection() ? objectOf(checker, type, inner) : {};
}

const booleanOf = (checker: ts.TypeChecker, type: ts.Type): Schema => {
  const word = checker.typeToString(type);
  return word === 'boolean' ? { type: 'boolean' } : { const: word === 'true' };
};

function unionOf(checker: ts.TypeChecker, type: ts.UnionType, within: readonly ts.Type[]): Schema {
  const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined) && !isPersonal(part));
  if (parts.every((part) => part.isStringLiteral())) return { enum: parts.map(({ value }) => value).sort() };
  const schemas = parts.map((part) => JSON.stringify(schemaOf(checker, part, within)));
  const several = [...new Set(schemas)].sort().map((text) => JSON.parse(text) as Schema);
  return several.length === 1 ? several[0]! : { anyOf: several };
}

/** What is personal is never stored as it is, only sealed. */
const isPersonal = (type: ts.Type): boolean => type.getProperty('$personal') !== undefined;

function objectOf(checker: ts.TypeChecker, type: ts.Type, within: readonly ts.Type[]): Schema {
  const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
  if (index) return { type: 'object', additionalProperties: schemaOf(checker, index.type, within) };
  const properties = checker.getPropertiesOfType(type);
  const required = properties
    .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    .map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((property) => [
        property.name,
        schemaOf(checker, checker.getTypeOfSymbol(property), within),
      ]),
    ),
    required: required.sort(),
  };
}

/** Beside the events: an export carries it. */
export const STORED_SCHEMAS_FILE = path.join(ROOT, 'libs/domain/stored-schemas.json');

export const storedSchemasText = (): string => `${JSON.stringify(storedSchemas(), null, 1)}\n`;
