import { bundledPacks, type PolicyPack } from '@huiyin/policy';
import type { ExamplesOf } from '../decider';
import type { policyCommands } from './commands';

const [pack] = bundledPacks as readonly [PolicyPack];

export const policyExamples: ExamplesOf<typeof policyCommands> = {
  AdoptPolicy: [{ pack }, { pack: { ...pack, version: pack.version + 1 } }],
};
