import { unreachable } from '@huiyin/kernel';
import { unlessRefused, type Aggregate, type Decision, type DecisionContext, type Issued } from '../decider';
import { aVersionFollowsTheLast } from '../rules/a-version-follows-the-last';
import { policyCommands, type PolicyCommand } from './commands';
import { policyVersions, type PolicyEvent } from './events';
import { policyExamples } from './examples';
import { aPackDoesNotContradictItself } from './rules/a-pack-does-not-contradict-itself';
import { evolve, none, type PolicyState } from './state';

function decide(
  command: PolicyCommand & Issued,
  state: PolicyState,
  { rules }: DecisionContext,
): Decision<PolicyEvent> {
  switch (command.type) {
    case 'AdoptPolicy': {
      const { pack } = command.data;
      const last = state.status === 'adopted' ? state.version : 0;
      return unlessRefused(
        [aPackDoesNotContradictItself(command.id, pack, rules), aVersionFollowsTheLast(last, pack.version)],
        {
          type: 'PolicyAdopted',
          data: { pack },
        },
      );
    }
    default:
      return unreachable(command.type);
  }
}

export const policyAggregate: Aggregate<PolicyState, PolicyCommand, PolicyEvent> = {
  name: 'policy',
  chinese: '规则包',
  commands: policyCommands,
  examples: policyExamples,
  begunBy: 'AdoptPolicy',
  begins: 'again',
  system: [],
  versions: policyVersions,
  initial: none,
  decide,
  evolve,
};
