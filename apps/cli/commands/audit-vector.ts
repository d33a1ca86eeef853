import { runVectors } from '@huiyin/audit/vector/run';
import type { Command } from 'commander';

const HELP = `
One JSON object a line on standard input, one verdict a line on standard output: {"valid":true} or {"valid":false,"reason":"…"}.
  {"kind":"inclusion","leafHash","size","index","proof":[…],"root"}      hashes in hex
  {"kind":"consistency","size1","root1","size2","root2","proof":[…]}
  {"kind":"note","note":"…","keys":["name+id+key"]}                       a C2SP signed note`;

export const auditVectorCommand = (program: Command): void => {
  program
    .command('audit-vector')
    .description('check Merkle proofs and signed notes that come on standard input')
    .addHelpText('after', HELP)
    .action(async () => {
      // The reader of the verdicts may leave before the end (`| head`).
      process.stdout.on('error', () => process.exit(0));
      await runVectors(process.stdin, process.stdout);
    });
};
