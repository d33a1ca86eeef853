import { personal, unreachable } from '@huiyin/kernel';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { officeCommands, type OfficeCommand } from './commands';
import { officeVersions, type OfficeEvent } from './events';
import { officeExamples } from './examples';
import { anOfficeIsSucceededByAnother } from './rules/an-office-is-succeeded-by-another';
import { evolve, unregistered, type OfficeState } from './state';

type Decided = Decision<OfficeEvent>;

const holds = (
  leaders: readonly { post: string; subject: string }[],
  post: string,
  subject: string,
): boolean => leaders.some((one) => one.post === post && one.subject === subject);

function decide(command: OfficeCommand & Issued, state: OfficeState, { offices }: DecisionContext): Decided {
  if (command.type === 'RegisterOffice') {
    if (state.status !== 'unregistered') return refuse('already-exists');
    return accept({ type: 'OfficeRegistered', data: command.data });
  }
  if (state.status === 'unregistered') return refuse('does-not-exist');
  if (state.status === 'succeeded')
    return refuse('wrong-state', { status: state.status, successor: state.successor });
  switch (command.type) {
    case 'AppointLeader': {
      const { post, official, ...appointment } = command.data;
      if (holds(state.leaders, post, official.subject)) return refuse('already-exists', { post });
      const named = { subject: official.subject, name: personal(official.name, official.subject) };
      return accept({ type: 'LeaderAppointed', data: { post, official: named, ...appointment } });
    }
    case 'EndAppointment': {
      const { post, subject } = command.data;
      if (!holds(state.leaders, post, subject)) return refuse('does-not-exist', { post });
      return accept({ type: 'LeaderLeft', data: command.data });
    }
    case 'PublishChannels':
      return unlessRefused([onlyTheHolderActs(command.id, command.office)], {
        type: 'ChannelsPublished',
        data: { by: command.id, channels: command.data },
      });
    case 'CountResidents':
      return accept({ type: 'ResidentsCounted', data: command.data });
    case 'NameContactPoint':
      return unlessRefused([onlyTheHolderActs(command.id, command.office)], {
        type: 'ContactPointNamed',
        data: command.data,
      });
    case 'NameSuccessor':
      return unlessRefused([anOfficeIsSucceededByAnother(command.id, command.data.successor, offices)], {
        type: 'OfficeSucceeded',
        data: command.data,
      });
    default:
      return unreachable(command);
  }
}

export const officeAggregate: Aggregate<OfficeState, OfficeCommand, OfficeEvent> = {
  name: 'office',
  chinese: '单位',
  commands: officeCommands,
  examples: officeExamples,
  begunBy: 'RegisterOffice',
  begins: 'once',
  system: [],
  versions: officeVersions,
  initial: unregistered,
  decide,
  evolve,
};
