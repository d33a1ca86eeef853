import { unlessRefused, type Aggregate, type Decision, type Issued } from '../decider';
import { bulletinCommands, type BulletinCommand } from './commands';
import { bulletinVersions, type BulletinEvent } from './events';
import { bulletinExamples } from './examples';
import { aBulletinIsIssuedOnce } from './rules/a-bulletin-is-issued-once';
import { evolve, unissued, type BulletinState } from './state';

const decide = ({ data }: BulletinCommand & Issued, state: BulletinState): Decision<BulletinEvent> =>
  unlessRefused([aBulletinIsIssuedOnce(state)], { type: 'BulletinIssued', data });

export const bulletinAggregate: Aggregate<BulletinState, BulletinCommand, BulletinEvent> = {
  name: 'bulletin',
  chinese: '清单与通报',
  commands: bulletinCommands,
  examples: bulletinExamples,
  begunBy: 'IssueBulletin',
  begins: 'once',
  system: ['IssueBulletin'],
  versions: bulletinVersions,
  initial: unissued,
  decide,
  evolve,
};
