import { runVerify, VERIFY_HELP } from '@huiyin/audit/bundle/cli';
import type { Command } from 'commander';
import { fromCaller } from '../from-caller';

export const verifyCommand = (program: Command): void => {
  program
    .command('verify <bundle>')
    .description('judge an exported bundle, or the folder of a referral, without database or network')
    .option('--key <key>', "the log's verifier key, or a file that holds it")
    .option('--checkpoint <file>', 'a checkpoint kept elsewhere')
    .addHelpText('after', `\n${VERIFY_HELP}`)
    .action(async (bundle: string, { key, checkpoint }: { key?: string; checkpoint?: string }) => {
      const given = (name: string, value: string | undefined): string[] =>
        value === undefined ? [] : [`--${name}=${value}`];
      const argv = [bundle, ...given('key', key), ...given('checkpoint', checkpoint)];
      // Its exit codes are finer than those of the other commands.
      process.exit(await runVerify(argv, fromCaller));
    });
};
