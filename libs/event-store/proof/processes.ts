import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { placeOf, type Attempt, type History, type Place, type WriterPlan } from './history';
import { openStore, type Order, type Report } from './worker';

const ROOT = path.resolve(__dirname, '../../..');
/** Children run what the build made; a spec runs from the sources, a compiled caller from dist/ itself. */
const DIST = path.basename(ROOT) === 'dist' ? ROOT : path.join(ROOT, 'dist');
const WORKER = path.join(DIST, 'libs/event-store/proof/worker.js');
const READ_MAX = 100_000;

export interface Processes {
  run(setting: {
    url: string;
    plan: WriterPlan[];
    naive?: boolean;
    during?: () => Promise<void>;
  }): Promise<History>;
  end(): Promise<void>;
}

/** Real processes, each with a store of its own. */
export function startProcesses({ writers, followers }: { writers: number; followers: number }): Processes {
  const writing = Array.from({ length: writers }, () => fork(WORKER));
  const following = Array.from({ length: followers }, () => fork(WORKER));

  return {
    async run({ url, plan, naive = false, during }) {
      const ready = following.map((child) => hear<{ following: true }>(child));
      following.forEach((child, index) =>
        tell(child, { do: 'follow', url, naive, resumeEvery: index === 0 ? Infinity : 25 }),
      );
      await Promise.all(ready);
      const attempts = writing.map((child) => hear<{ attempts: Attempt[] }>(child));
      writing.forEach((child, index) => tell(child, { do: 'write', url, naive, plan: plan[index] ?? [] }));
      await during?.();
      const written = await Promise.all(attempts);
      const log = await readLog(url, naive);
      const seen = following.map((child) => hear<{ seen: Place[] }>(child));
      for (const child of following) tell(child, { do: 'finish', head: log.at(-1)?.position ?? 0 });
      return {
        attempts: written.flatMap((report) => report.attempts),
        followers: (await Promise.all(seen)).map((report) => report.seen),
        log,
      };
    },
    async end() {
      await Promise.all([...writing, ...following].map(endChild));
    },
  };
}

async function readLog(url: string, naive: boolean): Promise<Place[]> {
  const store = openStore(url, naive);
  const log: Place[] = [];
  for (let after = 0; ;) {
    const events = await store.readAll({ after, limit: READ_MAX });
    if (events.length === 0) break;
    log.push(...events.map(placeOf));
    after = events.at(-1)!.position;
  }
  await store.close();
  return log;
}

const tell = (child: ChildProcess, order: Order): void => void child.send(order);

function hear<Kind extends Report>(child: ChildProcess): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null): void => reject(new Error(`a process of the proof ended (${code})`));
    child.once('exit', failed);
    child.once('message', (report) => {
      child.off('exit', failed);
      resolve(report as Kind);
    });
  });
}

function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
