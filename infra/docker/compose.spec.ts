import { auditSchema } from '@huiyin/runtime/audit-config';
import { configSchema, timeZoneSchema } from '@huiyin/runtime/config';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { witnessSchema } from '../../apps/witness/config';
import { APPS } from '../up/app';

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const apps = services.filter(([name]) => (APPS as readonly string[]).includes(name));

/** All of them in one process, a command, and what belongs on somebody else's machine. */
const NO_SERVICE = ['standalone', 'cli', 'witness'];
const KNOWN = Object.keys({ ...configSchema.shape, ...auditSchema.shape, ...timeZoneSchema.in.shape });

/** `${NAME:-default}` as compose fills it in where the host sets nothing. */
const filledIn = (value: string | number): string =>
  String(value).replace(/\$\{\w+(?::-([^}]*))?\}/g, (_, otherwise?: string) => otherwise ?? '');

describe('docker-compose.yml', () => {
  test('every app of nest-cli.json is a service that runs its main file', () => {
    const { projects } = JSON.parse(read('nest-cli.json')) as { projects: Record<string, { type: string }> };
    const wanted = Object.keys(projects).filter((name) => !NO_SERVICE.includes(name));
    expect(apps.map(([name]) => name).sort()).toEqual(wanted.sort());
    for (const [name, { command }] of apps) expect(command?.at(-1)).toBe(`dist/apps/${name}/main.js`);
  });

  test('the api and the projector have the heaps that they are measured with', () => {
    const heaps = JSON.parse(read('tools/heap.json')) as Record<string, string[]>;
    expect(Object.keys(heaps)).toEqual(['api', 'projector']);
    for (const [name, flags] of Object.entries(heaps)) {
      const main = `dist/apps/${name}/main.js`;
      expect(compose.services[name]?.command).toEqual(['node', '--enable-source-maps', ...flags, main]);
    }
  });

  test('every service has a health check, and is waited for by it', () => {
    for (const [, { healthcheck }] of services) expect(healthcheck?.test[0]).toBe('CMD');
    for (const [, { depends_on: needed = {} }] of apps) {
      expect(Object.keys(needed)).toEqual(expect.arrayContaining(['postgres', 'kafka']));
      for (const [other, { condition }] of Object.entries(needed)) {
        expect(compose.services).toHaveProperty(other);
        expect(condition).toBe('service_healthy');
      }
    }
  });

  test('an app is told nothing that it does not know, and everything that it needs', () => {
    for (const [, { environment = {} }] of apps) {
      expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(environment)));
      const filled = Object.entries(environment).map(([name, value]) => [name, filledIn(value)] as const);
      const set = Object.fromEntries(filled.filter(([, value]) => value !== ''));
      expect(configSchema.safeParse(set).error).toBeUndefined();
      expect(auditSchema.safeParse(set).error).toBeUndefined();
      expect(timeZoneSchema.safeParse(set).error).toBeUndefined();
    }
    const witness = Object.keys(compose.services['witness']!.environment!);
    expect(Object.keys(witnessSchema.shape).sort()).toEqual(witness.sort());
  });

  test('servers and apps agree on addresses, ports and the database', () => {
    const postgres = compose.services['postgres']!.environment!;
    for (const [, { environment = {} }] of apps) {
      const database = new URL(filledIn(environment['DATABASE_URL']!));
      expect([database.hostname, database.username, database.pathname.slice(1)]).toEqual([
        'postgres',
        postgres['POSTGRES_USER'],
        postgres['POSTGRES_DB'],
      ]);
      expect(database.password).toBe(filledIn(postgres['POSTGRES_PASSWORD']!));
      const kafka = compose.services['kafka']!.environment!;
      expect(kafka['KAFKA_ADVERTISED_LISTENERS']).toBe(`PLAINTEXT://${environment['KAFKA_BROKERS']}`);
    }
  });

  test('what must outlive a container lies on a volume; only api and audit are reachable, from this machine', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')));
    expect(new Set(mounted.map(([name]) => name))).toEqual(new Set(Object.keys(compose.volumes)));
    for (const [, { volumes = [], environment = {} }] of apps) {
      const folders = volumes.map((volume) => volume.split(':')[1]);
      expect(folders).toContain(path.posix.dirname(String(environment['MASTER_KEY_FILE'])));
      const audit = environment['AUDIT_FOLDER'];
      if (audit !== undefined) expect(folders).toContain(audit);
    }
    const open = services.filter(([, { ports }]) => ports).map(([name]) => name);
    expect(open).toEqual(['audit', 'api']);
    const addresses = open.flatMap((name) => compose.services[name]!.ports!.map(filledIn));
    expect(addresses).toEqual(['127.0.0.1:3001:3000', '127.0.0.1:3000:3000']);
  });
});

describe('the Dockerfile', () => {
  const steps = read('infra/docker/Dockerfile')
    .replace(/\\\n/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));

  test('ends as an ordinary user who owns the folders of keys and evidence', () => {
    const last = steps.slice(steps.findLastIndex((step) => step.startsWith('FROM ')));
    expect(last.filter((step) => step.startsWith('USER '))).toEqual(['USER node']);
    expect(last.some((step) => /chown node:node \/keys \/audit/.test(step))).toBe(true);
  });

  test('copies only what is there, and what the ignore file lets through', () => {
    const let_through = read('infra/docker/Dockerfile.dockerignore').split('\n');
    const copied = steps
      .filter((step) => step.startsWith('COPY ') && !step.includes('--from'))
      .flatMap((step) => step.split(' ').slice(1, -1))
      .filter((file) => file !== '.');
    for (const file of copied) {
      expect(let_through).toContain(`!${file}`);
      expect(() => read(file)).not.toThrow();
    }
    for (const [, { build }] of apps) expect(build?.dockerfile).toBe('infra/docker/Dockerfile');
  });
});
