import { migrateReadModels } from '@huiyin/read-models';
import autocannon from 'autocannon';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OFFICE, RECEIVER } from './shared/receiver';
import { withPostgres } from './shared/postgres';
import { median, medianRound, type Round } from './shared/stats';
import { printTable } from './shared/table';

const CONNECTIONS = 50;
const ROUNDS = 5;
const ROUND_s = 5;
const WARM_UP_s = 4;
const RATIO = 0.6;
const P99_ms = 40;

/** The life of a case, command by command. */
const LIFE: readonly { command?: string; body: object }[] = [
  {
    body: {
      channel: 'online',
      category: 'housing',
      title: '小区电梯停运三个月无人维修',
      place: '东湖区湖滨街道',
      claims: [{ summary: '尽快修复电梯并公布维修资金使用情况' }],
      receiver: RECEIVER,
      petitioner: { name: '示例姓名', phone: '19991234567', address: '（示例地址）' },
      statement: '电梯自八月起停运，老人上下楼困难，多次反映没有结果。',
    },
  },
  { command: 'sort-case', body: { routes: [{ claim: 'c1', route: 'residual' }] } },
  { command: 'send-case', body: { to: OFFICE } },
  { command: 'acknowledge-case', body: { how: 'written' } },
  { command: 'accept-case', body: {} },
  {
    command: 'answer-case',
    body: {
      outcomes: [
        { claim: 'c1', outcome: 'supported', text: '经核查，诉求属实，电梯已修复并恢复运行。', done: true },
      ],
      basis: '《信访工作条例》第三十二条',
    },
  },
  { command: 'close-case', body: {} },
];

interface Workload {
  title: string;
  steps: readonly { command?: string; body: object }[];
}

/** What clerks send, and the dearest command alone: a new key, four values sealed, a query code. */
const WORKLOADS: readonly Workload[] = [
  { title: `the life of a case, ${LIFE.length} commands`, steps: LIFE },
  { title: 'registrations alone, each with four values sealed under a new key', steps: LIFE.slice(0, 1) },
];

/** The commands of cases through all of Huiyin, sealed and durable, against a hand-written route with one INSERT. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-bench-key-'));
  await withPostgres(async (url) => {
    await migrateReadModels(url());
    for (const workload of WORKLOADS)
      await onFreshServers(url(), folder, (servers) => compare(servers, workload));
  });
  await rm(folder, { recursive: true });
}

/** No workload inherits what another has left in memory. */
async function onFreshServers(
  url: string,
  folder: string,
  work: (servers: readonly Server[]) => Promise<void>,
): Promise<void> {
  const servers = [await start('plain', url), await start('huiyin', url, path.join(folder, 'master.key'))];
  try {
    await work(servers);
  } finally {
    for (const { child } of servers) {
      child.disconnect();
      await once(child, 'exit');
    }
  }
}

interface Server {
  name: string;
  child: ChildProcess;
  port: number;
}

async function start(name: string, ...args: string[]): Promise<Server> {
  const child = fork(path.join(__dirname, 'commands-server.js'), [name, ...args], {
    execArgv: process.execArgv,
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { name, child, port };
}

async function compare(servers: readonly Server[], { title, steps }: Workload): Promise<void> {
  const measured = servers.map(({ name, port }) => ({ name, port, rounds: [] as Round[] }));
  for (const { port } of measured) await post(port, steps, WARM_UP_s);
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? measured : [...measured].reverse();
    for (const { port, rounds } of order) rounds.push(await post(port, steps, ROUND_s));
  }
  const [baseline] = measured;
  const rows = measured.map(({ name, rounds }) => {
    const { throughput, p50_ms, p99_ms } = medianRound(rounds);
    const ratio = median(
      rounds.map((round, index) => round.throughput / baseline!.rounds[index]!.throughput),
    );
    return { server: name, 'requests/s': throughput, 'p50 ms': p50_ms, 'p99 ms': p99_ms, ratio };
  });
  printTable(
    `commands: ${title}; ${CONNECTIONS} connections, median of ${ROUNDS} rounds of ${ROUND_s} s`,
    rows,
  );
  const reached = rows.at(-1)!.ratio >= RATIO && rows.at(-1)!['p99 ms'] < P99_ms;
  console.log(`target ≥${RATIO} ×, p99 <${P99_ms} ms: ${reached ? 'reached' : 'not reached'}`);
}

let keys = 0;

/** Each connection lives through one case after the other. */
async function post(port: number, steps: Workload['steps'], duration: number): Promise<Round> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration,
    method: 'POST',
    requests: steps.map(({ command, body }) => ({
      body: JSON.stringify(body),
      setupRequest: (request: autocannon.Request, context: { id?: string }) => ({
        ...request,
        path: command === undefined ? '/api/v1/cases' : `/api/v1/cases/${context.id}/${command}`,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `bench-${process.pid}-${keys++}`,
          'if-match': '*',
        },
      }),
      onResponse: (_: number, answer: string, context: { id?: string }) => {
        if (command === undefined) context.id = (JSON.parse(answer) as { id: string }).id;
      },
    })),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  const { p50, p99 } = result.latency;
  return { throughput: result.requests.total / result.duration, p50_ms: p50, p99_ms: p99 };
}
