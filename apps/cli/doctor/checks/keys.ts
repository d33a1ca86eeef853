import { inspectKeys, loadOrCreateMasterKeyFile } from '@huiyin/privacy';
import { existsSync } from 'node:fs';
import { fail, ok, warn, type Check } from '../check';

const RESTORE = 'put the right master key back from its backup: without it no name or statement opens';

export const keys: Check = {
  name: 'keys',
  async look({ pool, masterKeyFile }) {
    if (!existsSync(masterKeyFile)) return fail(`there is no master key at ${masterKeyFile}`, RESTORE);
    const masterKey = await loadOrCreateMasterKeyFile(masterKeyFile);
    const { state, keys: count, staged } = await inspectKeys(pool, masterKey);
    if (state === 'fresh') return ok('nothing is sealed yet');
    if (state === 'wrong') return fail(`${masterKeyFile} does not open what is sealed`, RESTORE);
    return staged > 0
      ? warn(
          `a rotation is prepared (${staged} of ${count} keys)`,
          'stop the apps and give rotate-master-key again',
        )
      : ok(`the master key opens; ${count} people have a key`);
  },
};
