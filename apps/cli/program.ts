import { Command, CommanderError } from 'commander';
import { auditEpochCommand } from './commands/audit-epoch';
import { backtestCommand } from './backtest/command';
import { auditVectorCommand } from './commands/audit-vector';
import { backupCommand } from './commands/backup';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { rotateMasterKeyCommand } from './commands/rotate-master-key';
import { rotateAuditKeyCommand } from './commands/rotate-audit-key';
import { holdNoticesCommand } from './commands/hold-notices';
import { reproduceCommand } from './commands/reproduce';
import { restoreCommand } from './commands/restore';
import { verifyCommand } from './commands/verify';
import { EXIT, failureOf, type ExitCode } from './failure';
import { importCommand } from './import/command';
import { loadCommand } from './load/command';
import { referralCommand } from './referral/command';
import { reportCommand } from './report/command';
import { sizesCommand } from './load/sizes';

/** Every command, in the order of the help. A new one is a file and a line. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  importCommand,
  auditVectorCommand,
  auditEpochCommand,
  exportCommand,
  verifyCommand,
  referralCommand,
  rotateMasterKeyCommand,
  rotateAuditKeyCommand,
  backupCommand,
  restoreCommand,
  holdNoticesCommand,
  loadCommand,
  sizesCommand,
  doctorCommand,
  backtestCommand,
  reportCommand,
  reproduceCommand,
];

const EXIT_HELP = `
Exit codes: 0 done, 1 failed (a database that is away, a disk that is full), 2 wrong usage or bad input.
Errors are one line on stderr: huiyin: <code>: <what is wrong>.`;

const say = (code: string, message: string): void =>
  void process.stderr.write(`huiyin: ${code}: ${message}\n`);

function createProgram(): Command {
  const program = new Command('huiyin')
    .description('Huiyin on the command line: npm run huiyin -- <command>')
    .addHelpText('after', EXIT_HELP)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: (text) => say('usage', text.replace(/^error: /, '').trim()) });
  for (const add of COMMANDS) add(program);
  return program;
}

/** Answers what the process ends with; everything that is wrong has been said on stderr by then. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  try {
    await createProgram().parseAsync(argv, { from: 'user' });
    // A command that found something bad has said so, and is done.
    return process.exitCode === EXIT.failed ? EXIT.failed : EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    const { code, message, exit } = failureOf(error);
    say(code, message);
    if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
    return exit;
  }
}
