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
import { ledgerCommands, type LedgerCommand } from './commands';
import { ledgerVersions, type LedgerEvent } from './events';
import { ledgerExamples } from './examples';
import { anItemIsCancelledOffByAnother } from './rules/an-item-is-cancelled-off-by-another';
import { everyItemIsCancelledOff } from './rules/every-item-is-cancelled-off';
import { evolve, havingPart, unopened, type LedgerState } from './state';

type Decided = Decision<LedgerEvent>;
type Open = Extract<LedgerState, { status: 'open' }>;

function decide(command: LedgerCommand & Issued, state: LedgerState, context: DecisionContext): Decided {
  const { offices } = context;
  if (command.type === 'OpenLedger') {
    if (state.status !== 'unopened') return refuse('already-exists');
    const pack = adoptedPack(context.rules, command.data.pack);
    if (pack === undefined) return refuse('policy-unknown', { pack: command.data.pack });
    return unlessRefused([anOfficeIsInTheDirectory(offices, command.data.office)], {
      type: 'LedgerOpened',
      data: { ...command.data, pack },
    });
  }
  if (state.status === 'unopened') return refuse('does-not-exist');
  if (state.status === 'archived') return refuse('wrong-state', { status: state.status });
  const { office: by } = state;
  const keeper = onlyTheHolderActs(by, command.office);
  switch (command.type) {
    case 'AddItem': {
      const item = `i${Object.keys(state.items).length + 1}`;
      return unlessRefused([keeper, anOfficeIsInTheDirectory(offices, command.data.owner)], {
        type: 'ItemAdded',
        data: { item, ...command.data },
      });
    }
    case 'ReportItem':
    case 'CancelItem':
    case 'ReopenItem':
      return onItem(command, state);
    case 'ArchiveLedger':
      return unlessRefused([keeper, everyItemIsCancelledOff(state.items)], {
        type: 'LedgerArchived',
        data: { by, ...command.data },
      });
    case 'RemindOffice':
    case 'RecordBreach':
    case 'RecomputeDuties':
      return byTheClock(command, state, context);
    case 'ReplaceOffice':
      return accept(...successionsOf(havingPart(state), offices));
    default:
      return unreachable(command);
  }
}

function onItem(
  command: Extract<LedgerCommand, { type: 'ReportItem' | 'CancelItem' | 'ReopenItem' }> & Issued,
  { office: keeper, items }: Open,
): Decided {
  const item = items[command.data.item];
  if (!item) return refuse('item-unknown', { item: command.data.item });
  const { owner, status } = item;
  // What is cancelled off, or reported and found not to be done, is opened again; only what is not cancelled off is reported.
  if (command.type === 'ReopenItem' ? status === 'open' : status === 'cancelled-off')
    return refuse('item-elsewhere', { item: command.data.item, status });
  switch (command.type) {
    case 'ReportItem':
      return unlessRefused([onlyTheHolderActs(owner, command.office)], {
        type: 'ItemReported',
        data: { by: owner, ...command.data },
      });
    case 'CancelItem':
      return unlessRefused([anItemIsCancelledOffByAnother(owner, command.office ?? keeper)], {
        type: 'ItemCancelledOff',
        data: { by: command.office ?? keeper, ...command.data },
      });
    case 'ReopenItem':
      return unlessRefused([onlyTheHolderActs(keeper, command.office)], {
        type: 'ItemReopened',
        data: { by: keeper, owner, dueOn: item.dueOn, ...command.data },
      });
    default:
      return unreachable(command);
  }
}

export const ledgerAggregate: Aggregate<LedgerState, LedgerCommand, LedgerEvent> = {
  name: 'ledger',
  chinese: '台账',
  commands: ledgerCommands,
  examples: ledgerExamples,
  begunBy: 'OpenLedger',
  begins: 'once',
  system: ['RemindOffice', 'RecordBreach', 'RecomputeDuties', 'ReplaceOffice'],
  versions: ledgerVersions,
  initial: unopened,
  having: (state) => (state.status === 'open' ? havingPart(state) : []),
  decide,
  evolve,
};
