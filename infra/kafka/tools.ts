import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** Java, Maven or the jars are not there; the message says what to install. */
export class KafkaUnavailable extends Error {}

/** The broker was started and did not come up; the message holds the end of its log. */
export class KafkaFailed extends Error {}

const INSTALL = 'install a Java 17 runtime and Maven (Debian: apt-get install openjdk-17-jre-headless maven)';

function onPath(name: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, file)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `JAVA_HOME` first, then the path. */
export function findJava(): string {
  const home = process.env['JAVA_HOME'];
  const found = [home ? path.join(home, 'bin', 'java') : undefined].find(
    (file) => file && isExecutable(file),
  );
  const java = found ?? onPath('java');
  if (!java) throw new KafkaUnavailable(`Kafka needs Java, which is not there: ${INSTALL}`);
  return java;
}

export function findMaven(): string {
  const maven = onPath('mvn');
  if (!maven) throw new KafkaUnavailable(`Kafka's jars are fetched by Maven, which is not there: ${INSTALL}`);
  return maven;
}

/** The folder of package.json, from the sources and from dist/ alike. */
export function repositoryRoot(folder = __dirname): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return repositoryRoot(path.dirname(folder));
}
