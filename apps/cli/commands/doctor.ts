import { auditKeyFile } from '@huiyin/audit';
import { createPool } from '@huiyin/database';
import { configSchema, readConfig } from '@huiyin/runtime/config';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openAsItIs, reach } from '../connect';
import type { Finding, Level } from '../doctor/check';
import { examine } from '../doctor/examine';
import { CliError, EXIT, failureOf } from '../failure';
import { createProgress } from '../progress';
import { withAudit, type AuditOptions } from './audit-connection';

interface DoctorOptions extends AuditOptions {
  json?: true;
  deep?: true;
}

const HELP = `
One line for each check, with what to do; it changes nothing. Exit code 0 when nothing failed (warnings may stand), 1 when
something did. KAFKA_BROKERS and EVENT_STORE are read as the apps read them.`;

const brokersSchema = z.object({ KAFKA_BROKERS: configSchema.shape.KAFKA_BROKERS.optional() });

export const doctorCommand = (program: Command): void => {
  const command = program
    .command('doctor')
    .description('is everything as it should be? (docs/operations.md)')
    .option('--json', 'for programs')
    .option('--deep', 'compare every stored event with what was signed, not only some')
    .addHelpText('after', HELP);
  withAudit(command).action(async (options: DoctorOptions) => {
    const findings = await look(options);
    const worst = worstOf(findings);
    process.stdout.write(
      options.json ? `${JSON.stringify({ status: worst, findings })}\n` : asLines(findings),
    );
    process.exitCode = worst === 'fail' ? EXIT.failed : EXIT.done;
  });
};

async function look(options: DoctorOptions): Promise<Finding[]> {
  if (options.database === undefined && !existsSync(path.join(options.data, 'postgres', 'PG_VERSION')))
    throw new CliError('no-installation', `there is no Huiyin in ${options.data}`);
  const { KAFKA_BROKERS: brokers } = readConfig(brokersSchema);
  const reached = await reach(options);
  const pool = createPool({ url: reached.databaseUrl, applicationName: 'huiyin doctor' });
  try {
    const opened = await openAsItIs(reached.databaseUrl).catch(unreachable);
    if ('check' in opened) return [opened];
    const { store, eventStore } = opened;
    const progress = options.deep && createProgress('Comparing events', 100);
    try {
      return await examine({
        ...reached,
        ...{ pool, store, eventStore, brokers },
        auditFolder: options.auditFolder ?? path.join(options.data, 'audit'),
        auditKeyFile: options.auditKeyFile ?? auditKeyFile(reached.masterKeyFile),
        auditName: options.auditName,
        now: new Date(),
        deep: progress && ((at, of) => progress.update((100 * at) / of, `position ${at}`)),
      });
    } finally {
      progress?.end();
      await store.close();
    }
  } finally {
    await pool.end();
    await reached.end();
  }
}

/** Nothing else can be asked without it. */
function unreachable(error: unknown): Finding {
  const advice = 'start it, or correct --database (DATABASE_URL); the other checks need it';
  return { check: 'postgres', level: 'fail', says: failureOf(error).message, advice };
}

const LEVELS: readonly Level[] = ['ok', 'warn', 'fail'];

const worstOf = (findings: readonly Finding[]): Level =>
  LEVELS[Math.max(0, ...findings.map(({ level }) => LEVELS.indexOf(level)))]!;

function asLines(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(
    ({ check, level, says, advice }) =>
      `${level.padEnd(4)}  ${check.padEnd(width)}  ${says}${advice === undefined ? '' : ` → ${advice}`}\n`,
  );
  const counts = LEVELS.map((level) => `${findings.filter((one) => one.level === level).length} ${level}`);
  return `${lines.join('')}${counts.join(', ')}\n`;
}
