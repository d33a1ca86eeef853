import { runVerify } from './cli';

void runVerify(process.argv.slice(2)).then((exit) => {
  process.exitCode = exit;
});
