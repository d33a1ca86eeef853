import type { RuleBook } from '@huiyin/policy';
import type { Verdict } from '../../decider';
import type { StandingState } from '../state';
import { comesDownFrom } from './coming-down-takes-its-time';

/** An office on a rung of the ladder gets no award before it has come down; `from` is the earliest that it can. */
export function anOfficeOnARungGetsNoAward(state: StandingState, rules: RuleBook): Verdict {
  if (state.status !== 'on-rung') return undefined;
  const from = comesDownFrom(state, rules.pack(state.pack).ladder);
  return { code: 'award-on-a-rung', facts: { rung: state.rung, from } };
}
