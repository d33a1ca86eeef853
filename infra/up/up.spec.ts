import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describeKafka } from '../../test/setup/kafka';
import { interrupts, SAME_KEYSTROKE_ms } from './interrupt';

const MAIN = path.resolve(__dirname, '../../dist/infra/up/main.js');
const TEST_MAX_ms = 240_000;
const PARTS = ['api', 'projector', 'publisher', 'escalation', 'notification', 'audit', 'PostgreSQL', 'Kafka'];

interface Up {
  child: ChildProcess;
  /** Everything it has said so far. */
  said: () => string;
  /** Resolves with what follows the part's name once it has been told; rejects when `up` ends before. */
  addresses: Promise<Record<string, string>>;
  exit: Promise<number | null>;
}

function runUp(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Up {
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const addresses = new Promise<Record<string, string>>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('Ctrl-C stops all of them')) return;
      resolve(
        Object.fromEntries([...said.matchAll(/^ {2}(\w+) +(\S+)$/gm)].map(([, part, at]) => [part!, at!])),
      );
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exit.then(() => reject(new Error(`it ended: ${said}`)));
  });
  addresses.catch(() => undefined);
  return { child, said: () => said, addresses, exit };
}

const place = (address: string): { host: string; port: number } => {
  const { hostname, port } = new URL(address.includes('://') ? address : `tcp://${address}`);
  return { host: hostname, port: Number(port) };
};

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(place(address), () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const register = (api: string, id: string): Promise<Response> =>
  fetch(`${api}/api/v1/offices/${id}/register-office`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ name: { zh: '甲', en: 'A' }, level: 'city', territory: 'city' }),
  });

describe('npm run up, before it starts anything', () => {
  test('without Java says in one line what to install', async () => {
    const { JAVA_HOME: _, ...env } = process.env;
    const up = runUp(['--data', '/nowhere'], { ...env, PATH: '/nowhere' });
    expect(await up.exit).toBe(1);
    expect(up.said()).toMatch(/^huiyin up: Kafka needs Java.*apt-get install.*\n$/);
  });

  test('with a wrong option says which', async () => {
    const up = runUp(['--port', 'x']);
    expect(await up.exit).toBe(1);
    expect(up.said()).toMatch(/--port.*whole number/);
  });
});

describe('a Ctrl-C', () => {
  test('counts once however often it is passed on; a later one is another', () => {
    const heard: string[] = [];
    let now_ms = 0;
    const signal = interrupts(
      { first: () => heard.push('first'), again: () => heard.push('again') },
      () => now_ms,
    );
    signal();
    now_ms += SAME_KEYSTROKE_ms - 1;
    signal();
    expect(heard).toEqual(['first']);
    now_ms += SAME_KEYSTROKE_ms;
    signal();
    expect(heard).toEqual(['first', 'again']);
  });
});

describeKafka('npm run up', () => {
  let data: string;
  let last: Up | undefined;
  beforeAll(async () => void (data = await mkdtemp(path.join(tmpdir(), 'huiyin-up-'))));
  afterEach(async () => {
    last?.child.kill('SIGTERM');
    await last?.exit;
  });
  afterAll(() => rm(data, { recursive: true, force: true }));
  const up = (): Up => (last = runUp(['--data', data, '--port', '0']));

  const expectNothingLeft = async (addresses: Record<string, string>): Promise<void> => {
    const left = await Promise.all(
      Object.entries(addresses).map(async ([part, at]) => ((await answers(at)) ? [part] : [])),
    );
    expect(left.flat()).toEqual([]);
    // The folder is named in the command lines of the servers, and in none of another run.
    expect(spawnSync('ps', ['-axo', 'args']).stdout.toString()).not.toContain(data);
  };

  test(
    'says that a port is in use before minutes are spent',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => other.once('listening', resolve));
      const { port } = other.address() as AddressInfo;
      const refused = runUp(['--data', data, '--port', String(port)]);
      expect(await refused.exit).toBe(1);
      expect(refused.said()).toContain(`port ${port} is in use`);
      other.close();
    },
    TEST_MAX_ms,
  );

  test(
    'starts every part and tells where it is; Ctrl-C drains all, with an event stream open; a restart finds the data',
    async () => {
      const first = up();
      const addresses = await first.addresses;
      expect(Object.keys(addresses).sort()).toEqual([...PARTS].sort());
      expect((await register(addresses['api']!, 'kept')).status).toBe(201);
      const stream = await fetch(`${addresses['api']}/api/v1/stream`);

      const twin = runUp(['--data', data, '--port', '0']);
      expect(await twin.exit).toBe(1);
      expect(twin.said()).toContain('is in use by another Huiyin');
      expect(await answers(addresses['PostgreSQL']!)).toBe(true);

      first.child.kill('SIGINT');
      first.child.kill('SIGINT');
      expect(await first.exit).toBe(0);
      expect(first.said()).not.toContain('was killed');
      await stream.body!.cancel().catch(() => undefined);
      await expectNothingLeft(addresses);

      const second = up();
      const again = await second.addresses;
      expect((await fetch(`${again['api']}/api/v1/offices/kept`)).status).toBe(200);
      expect(await childOf(second.child.pid!, 'apps/projector')).toBeGreaterThan(0);
      process.kill(await childOf(second.child.pid!, 'apps/projector'), 'SIGKILL');
      expect(await second.exit).toBe(1);
      expect(second.said()).toContain('projector ended by itself (SIGKILL); stopping everything');
      await expectNothingLeft(again);
    },
    TEST_MAX_ms,
  );

  test(
    'killed itself, it leaves no orphan',
    async () => {
      const killed = up();
      const addresses = await killed.addresses;
      const pids = await childrenOf(killed.child.pid!);
      expect(pids).toHaveLength(PARTS.length);
      killed.child.kill('SIGKILL');
      await killed.exit;
      await untilGone(pids);
      await expectNothingLeft(addresses);
    },
    TEST_MAX_ms,
  );
});

interface Listed {
  pid: number;
  args: string;
}

async function childrenOf(parent: number): Promise<Listed[]> {
  const listed = spawnSync('ps', ['-axo', 'pid=,ppid=,args=']).stdout.toString();
  return [...listed.matchAll(/^ *(\d+) +(\d+) (.*)$/gm)]
    .filter(([, , ppid]) => Number(ppid) === parent)
    .map(([, pid, , args]) => ({ pid: Number(pid), args: args! }));
}

const GONE_MAX_ms = 60_000;
const GONE_POLL_ms = 100;

/** Nobody is told when a process ends that is not one's child: it is looked for. */
async function untilGone(processes: readonly Listed[]): Promise<void> {
  const isThere = ({ pid }: Listed): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const deadline_ms = performance.now() + GONE_MAX_ms;
  while (processes.some(isThere)) {
    if (performance.now() > deadline_ms)
      throw new Error(`still there: ${JSON.stringify(processes.filter(isThere))}`);
    await after(GONE_POLL_ms);
  }
}

async function childOf(parent: number, args: string): Promise<number> {
  return (await childrenOf(parent)).find((child) => child.args.includes(args))!.pid;
}
