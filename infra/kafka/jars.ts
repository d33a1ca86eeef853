import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { findJava, findMaven, KafkaUnavailable, repositoryRoot } from './tools';

const POM = path.join(__dirname, 'pom.xml');
const FETCH_MAX_ms = 300_000;
const SAID_CHARS_MAX = 600;

/** Where this pom's jars are, or will be. */
export function jarFolder(): string {
  const hash = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  return path.join(repositoryRoot(), '.cache', 'kafka-lib', hash);
}

/** Why no broker can be started here, if so. Looks at files only, starts nothing. */
export function kafkaMissing(): string | undefined {
  try {
    findJava();
    if (!existsSync(jarFolder())) findMaven();
    return undefined;
  } catch (error) {
    if (error instanceof KafkaUnavailable) return error.message;
    throw error;
  }
}

/** Fetches the jars once (45 of them, 43 MB); several processes may do so at the same time. */
export async function ensureJars(): Promise<string> {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  const maven = findMaven();
  await mkdir(path.dirname(folder), { recursive: true });
  const fetched = await mkdtemp(`${folder}-`);
  try {
    await fetchInto(maven, fetched);
    await rename(fetched, folder);
  } catch (error) {
    // Someone else was first: a folder that is not empty cannot be replaced.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(fetched, { recursive: true, force: true });
  }
  return folder;
}

function fetchInto(maven: string, folder: string): Promise<void> {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const child = spawn(maven, ['-B', '-q', '-f', POM, ...goal], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: FETCH_MAX_ms,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-SAID_CHARS_MAX)));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new KafkaUnavailable(
              `Maven could not fetch Kafka's jars (is Maven Central reachable?): ${said.trim()}`,
            ),
          ),
    );
  });
}
