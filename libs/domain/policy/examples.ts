import { bundledPacks, type PolicyPack } from '@huiyin/policy';
import type { ExamplesOf } from '../decider';
import type { policyCommands } from './commands';

const pack = bundledPacks.find(({ id }) => id === 'xinfang-2022') as PolicyPack;

export const policyExamples: ExamplesOf<typeof policyCommands> = {
  AdoptPolicy: [{ pack }, { pack: { ...pack, version: pack.version + 1 } }],
};
