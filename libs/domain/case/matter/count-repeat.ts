import { accept, refuse } from '../../decider';
import type { CaseState } from '../state';
import type { Decided, Given } from '../step';
import { signatoriesOf } from './state';

/** Each case of the matter is counted once, however often it is asked for. */
export function countRepeat({ data }: Given<'CountRepeat'>, { status, parts }: CaseState): Decided {
  if (status === 'unregistered') return refuse('does-not-exist');
  const { repeats } = parts.matter;
  if (repeats.some((one) => one.case === data.case)) return accept();
  const after = [...repeats, data];
  return accept({
    type: 'RepeatCounted',
    data: { ...data, repeats: after.length, signatories: signatoriesOf(after) },
  });
}

export function uncountRepeat({ data }: Given<'UncountRepeat'>, { status, parts }: CaseState): Decided {
  if (status === 'unregistered') return refuse('does-not-exist');
  const { repeats } = parts.matter;
  const after = repeats.filter((one) => one.case !== data.case);
  if (after.length === repeats.length) return accept();
  return accept({
    type: 'RepeatUncounted',
    data: { ...data, repeats: after.length, signatories: signatoriesOf(after) },
  });
}
