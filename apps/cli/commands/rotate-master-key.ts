import { createPool } from '@huiyin/database';
import {
  loadOrCreateMasterKeyFile,
  migratePrivacy,
  rotationState,
  stageRotation,
  swapMasterKeys,
  type Rotation,
} from '@huiyin/privacy';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Pool } from 'pg';
import { reach, withConnection, type ConnectOptions, type Reached } from '../connect';
import { CliError, EXIT } from '../failure';
import { createProgress } from '../progress';

interface RotateOptions extends ConnectOptions {
  newMasterKeyFile?: string;
}

const HELP = `
Every data key is wrapped anew; no event is touched. While the apps run it prepares, and says so; once they are stopped,
the same command puts the new key in force, all at once. Cut short, it goes on where it was.
In a data folder of npm start the key files change their places by themselves; elsewhere put the new file where the apps
look for it. Keep the old key as long as there are backups from before.`;

export const rotateMasterKeyCommand = (program: Command): void => {
  const command = program
    .command('rotate-master-key')
    .description('put another master key in force (docs/operations.md)')
    .option(
      '--new-master-key-file <file>',
      'the new key; made where there is none (in --data: master.key.next)',
    )
    .addHelpText('after', HELP);
  withConnection(command).action(async (options: RotateOptions) => {
    const reached = await reach(options);
    const pool = createPool({ url: reached.databaseUrl, applicationName: OWN_NAME });
    try {
      process.stdout.write(`${await rotate(pool, reached, options)}\n`);
    } finally {
      await pool.end();
      await reached.end();
    }
  });
};

const OWN_NAME = 'huiyin rotation';

/** Answers what was done, in one line. */
async function rotate(pool: Pool, reached: Reached, options: RotateOptions): Promise<string> {
  const { masterKeyFile } = reached;
  const inFolder = options.database === undefined;
  const newFile = options.newMasterKeyFile ?? (inFolder ? `${masterKeyFile}.next` : undefined);
  if (newFile === undefined) throw new CliError('usage', '--database needs --new-master-key-file too');
  // A key that is made here would be in nobody's backup.
  if (!existsSync(masterKeyFile))
    throw new CliError('master-key-missing', `there is no master key at ${masterKeyFile}`);
  await migratePrivacy(reached.databaseUrl);
  const from = await loadOrCreateMasterKeyFile(masterKeyFile);
  const rotation: Rotation = { pool, from, to: await loadOrCreateMasterKeyFile(newFile) };
  let keys = 0;
  if ((await rotationState(rotation)) === 'ahead') {
    await staged(rotation);
    await assertAlone(pool);
    keys = await swapMasterKeys(rotation);
  }
  if (!inFolder)
    return `${keys} keys are under ${newFile} now: put it where the apps look for ${masterKeyFile}`;
  const kept = `${masterKeyFile}.before-${new Date().toISOString().slice(0, 10)}`;
  await rename(masterKeyFile, kept);
  await rename(newFile, masterKeyFile);
  return `${keys} keys are under the new ${masterKeyFile} now; the old key is kept as ${kept}`;
}

async function staged(rotation: Rotation): Promise<void> {
  const { rows } = await rotation.pool.query<{ keys: number }>(
    'SELECT count(*)::int AS keys FROM privacy.subject_key WHERE wrapped IS NOT NULL',
  );
  const progress = createProgress('Wrapping keys', rows[0]!.keys);
  await stageRotation({ ...rotation, onStaged: (keys) => progress.update(keys, '') }).finally(progress.end);
}

/** An app that runs under the old key could open nothing any more. */
async function assertAlone(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ running: number }>(
    `SELECT count(*)::int AS running FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'huiyin%' AND application_name <> $1`,
    [OWN_NAME],
  );
  const { running } = rows[0]!;
  if (running === 0) return;
  throw new CliError(
    'apps-running',
    `every key is prepared, nothing has changed yet: stop the apps (${running} connections), then run this once more`,
    EXIT.failed,
  );
}
