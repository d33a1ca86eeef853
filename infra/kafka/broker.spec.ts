import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeKafka } from '../../test/setup/kafka';
import { findJava, findMaven, KafkaUnavailable } from './tools';
import { startKafka } from './broker';

const accepts = (broker: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [host, port] = broker.split(':');
    const socket = createConnection({ host: host!, port: Number(port) });
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

describe('without Java or Maven', () => {
  const { PATH, JAVA_HOME } = process.env;
  beforeEach(() => {
    process.env['PATH'] = '/nowhere';
    delete process.env['JAVA_HOME'];
  });
  afterEach(() => {
    process.env['PATH'] = PATH;
    if (JAVA_HOME) process.env['JAVA_HOME'] = JAVA_HOME;
  });

  test('it says what to install', async () => {
    expect(() => findJava()).toThrow(KafkaUnavailable);
    expect(() => findMaven()).toThrow(/apt-get install .*maven/);
    await expect(startKafka({ folder: '/nowhere' })).rejects.toThrow(/Java 17/);
  });
});

describeKafka('the broker', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'huiyin-kafka-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('stops, starts again on the same data, and formats it only once', async () => {
    const first = await startKafka({ folder });
    expect(await accepts(first.brokers[0]!)).toBe(true);
    const meta = await readFile(path.join(folder, 'data', 'meta.properties'), 'utf8');
    await first.stop();
    expect(await accepts(first.brokers[0]!)).toBe(false);

    const second = await startKafka({ folder, port: Number(first.brokers[0]!.split(':')[1]) });
    expect(second.brokers).toEqual(first.brokers);
    expect(await readFile(path.join(folder, 'data', 'meta.properties'), 'utf8')).toBe(meta);
    await second.stop();
  });

  test('ends when the process that started it is killed', async () => {
    const script = path.resolve(__dirname, '../../dist/infra/kafka/index.js');
    const code = `require(${JSON.stringify(script)}).startKafka({ folder: ${JSON.stringify(path.join(folder, 'orphan'))} })
      .then((kafka) => { console.log(JSON.stringify(kafka)); setInterval(() => {}, 1000); })`;
    const parent = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve));
    const { brokers } = JSON.parse(said.toString()) as { brokers: string[] };
    const [host, port] = brokers[0]!.split(':');
    const socket = createConnection({ host: host!, port: Number(port) });
    await new Promise((resolve) => socket.once('connect', resolve));
    const gone = new Promise((resolve) => socket.on('error', resolve).on('close', resolve));
    parent.kill('SIGKILL');
    await gone;
    // It closes its connections first and its port last.
    while (await accepts(brokers[0]!));
    expect(await accepts(brokers[0]!)).toBe(false);
  });
});
