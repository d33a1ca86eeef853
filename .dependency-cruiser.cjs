// The laws of who may import whom. Each has a tree under test/architecture/fixtures/ that breaks it.

/** Files that only specs, suites and benchmarks load. */
const TEST_ONLY = String.raw`\.(spec|contract|fixture|bench)\.tsx?$|^libs/(?!contracts/).*/(contract|samples)\.ts$|^libs/domain/[^/]+/samples/|^libs/[^/]+/(proof|contract)/|^libs/testing/|^test/`;

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** A library's production code may import these libraries and packages, itself, and nothing else. */
const only = (lib, { libs, packages }) => [
  {
    name: `${lib}-imports-only-what-it-may`,
    comment: `libs/${lib} may import ${libs.join(', ') || 'no other library'} and ${packages.join(', ') || 'no package'}.`,
    severity: 'error',
    from: { path: `^libs/${lib}/`, pathNot: TEST_ONLY },
    to: {
      path: '^(libs|apps|infra|test)/|node_modules/',
      pathNot: [`^libs/(${[lib, ...libs].join('|')})/`, ...(packages.length > 0 ? [npm(...packages)] : [])],
    },
  },
];

module.exports = {
  forbidden: [
    ...only('kernel', { libs: [], packages: ['pino', '@opentelemetry', '@types/node'] }),
    ...only('contracts', { libs: ['kernel'], packages: ['zod', 'ajv', 'ajv-formats', 'cloudevents'] }),
    ...only('policy', { libs: ['kernel'], packages: ['zod', 'chinese-days'] }),
    ...only('domain', { libs: ['kernel', 'policy'], packages: ['zod'] }),
    {
      name: 'decisions-are-pure',
      comment:
        'domain and policy read no file, socket, clock or random source: what they need arrives as data.',
      severity: 'error',
      from: { path: '^libs/(domain|policy)/.*[.]ts$', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'apps-do-not-import-apps',
      comment:
        'Only apps/standalone, which is all of them in one process, may; the command line may make and hold the tables of others.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: ['^apps/standalone/', TEST_ONLY] },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/notification/(schema|hold)[.]ts$'] },
    },
    {
      name: 'libs-do-not-import-outwards',
      comment: 'A library knows no app, no infrastructure and no test tree.',
      severity: 'error',
      from: { path: '^libs/', pathNot: TEST_ONLY },
      to: { path: '^(apps|infra|test)/' },
    },
    {
      name: 'libs-are-free-of-nest',
      comment:
        'The framework stays in the apps and in libs/runtime, which runs them: every other library runs in a script too.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/runtime/' },
      to: { path: npm('@nestjs') },
    },
    {
      name: 'read-models-do-not-import-messaging',
      comment: 'Views are fed from the event log, never from Kafka: it may deliver twice and forgets.',
      severity: 'error',
      from: { path: '^libs/read-models/', pathNot: TEST_ONLY },
      to: { path: ['^libs/messaging/', npm('kafkajs')] },
    },
    {
      name: 'only-messaging-imports-kafkajs',
      comment: 'kafkajs stays behind the messaging port, so that another client can take over.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/messaging/', TEST_ONLY] },
      to: { path: npm('kafkajs') },
    },
    {
      name: 'the-event-store-is-entered-by-its-port',
      comment: 'Nobody else touches its tables or its adapters: an append goes through the port.',
      severity: 'error',
      from: { path: '^(apps|libs|infra)/', pathNot: ['^libs/event-store/', TEST_ONLY] },
      to: { path: '^libs/event-store/(postgres|kurrentdb|memory)/' },
    },
    {
      name: 'keys-stay-in-privacy',
      comment: 'Ciphers and opened keys are used by libs/privacy alone; others go through its index.',
      severity: 'error',
      from: { path: '^(apps|libs|infra)/', pathNot: '^libs/privacy/' },
      to: { path: '^libs/privacy/', pathNot: '^libs/privacy/index\\.ts$' },
    },
    {
      name: 'production-does-not-import-tests',
      comment: 'What only specs need is not loaded in production.',
      severity: 'error',
      from: { path: '^(apps|libs|infra)/', pathNot: TEST_ONLY },
      to: { path: TEST_ONLY },
    },
    {
      name: 'no-circular-imports',
      comment: 'Types may refer to each other; code that runs may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      comment: 'A law cannot judge an import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: ['(^|/)dist/', '^test/architecture/fixtures/'] },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
