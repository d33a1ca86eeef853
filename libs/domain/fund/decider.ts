import { unreachable } from '@huiyin/kernel';
import { adoptedPack } from '../adopted';
import {
  accept,
  refuse,
  unlessRefused,
  type Aggregate,
  type Decision,
  type DecisionContext,
  type Issued,
} from '../decider';
import { byTheClock } from '../escalated';
import { anOfficeIsInTheDirectory } from '../rules/an-office-is-in-the-directory';
import { onlyTheHolderActs } from '../rules/only-the-holder-acts';
import { successionsOf } from '../succession';
import { fundCommands, type FundCommand } from './commands';
import { fundVersions, type FundEvent } from './events';
import { fundExamples } from './examples';
import { aFundIsNeverOverdrawn } from './rules/a-fund-is-never-overdrawn';
import { aRequestIsIn } from './rules/a-request-is-in';
import { evolve, unopened, type FundState } from './state';

type Decided = Decision<FundEvent>;
type Given<T extends FundCommand['type']> = Extract<FundCommand, { type: T }> & Issued;
type Open = Extract<FundState, { status: 'open' }>;

function decide(command: FundCommand & Issued, state: FundState, context: DecisionContext): Decided {
  const { offices } = context;
  if (command.type === 'OpenFund') {
    if (state.status !== 'unopened') return refuse('already-exists');
    const pack = adoptedPack(context.rules, command.data.pack);
    if (pack === undefined) return refuse('policy-unknown', { pack: command.data.pack });
    return unlessRefused([anOfficeIsInTheDirectory(offices, command.data.office)], {
      type: 'FundOpened',
      data: { ...command.data, pack },
    });
  }
  if (state.status === 'unopened') return refuse('does-not-exist');
  const { office: by } = state;
  const holder = onlyTheHolderActs(by, command.office);
  switch (command.type) {
    case 'TopUpFund':
      return unlessRefused([holder], { type: 'FundToppedUp', data: { by, ...command.data } });
    case 'RequestRelief': {
      const request = `r${Object.keys(state.requests).length + 1}`;
      return unlessRefused(
        [
          anOfficeIsInTheDirectory(offices, command.data.by),
          onlyTheHolderActs(command.data.by, command.office),
        ],
        { type: 'ReliefRequested', data: { request, ...command.data } },
      );
    }
    case 'ApproveRelief':
      return approve(command, state);
    case 'RefuseRelief':
      return unlessRefused([holder, aRequestIsIn(state, command.data.request, 'requested')], {
        type: 'ReliefRefused',
        data: { by, ...command.data },
      });
    case 'PayRelief':
      return unlessRefused([holder, aRequestIsIn(state, command.data.request, 'approved')], {
        type: 'ReliefPaid',
        data: { by, ...command.data },
      });
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...successionsOf([by], offices));
    default:
      return unreachable(command);
  }
}

function approve({ office: acting, data }: Given<'ApproveRelief'>, state: Open): Decided {
  const { office: by, requests } = state;
  const amount_yuan = data.amount_yuan ?? requests[data.request]?.amount_yuan ?? 0;
  return unlessRefused(
    [
      onlyTheHolderActs(by, acting),
      aRequestIsIn(state, data.request, 'requested'),
      aFundIsNeverOverdrawn(state, amount_yuan),
    ],
    { type: 'ReliefApproved', data: { by, ...data, amount_yuan } },
  );
}

export const fundAggregate: Aggregate<FundState, FundCommand, FundEvent> = {
  name: 'fund',
  chinese: '救助资金',
  commands: fundCommands,
  examples: fundExamples,
  begunBy: 'OpenFund',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: fundVersions,
  initial: unopened,
  having: (state) => (state.status === 'open' ? [state.office] : []),
  decide,
  evolve,
};
