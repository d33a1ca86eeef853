import { unreachable } from '@huiyin/kernel';
import { damagedLog } from '../../damaged-log';
import type { AgreementEvent } from './events';

/** `made` agreements so far; `open` are the instalments still owed, each by the office that promised it. */
export type AgreementState =
  | { status: 'none' }
  | { status: 'running'; made: number; open: readonly { instalment: string; office: string }[] }
  | { status: 'kept'; made: number };

export const noAgreement: AgreementState = { status: 'none' };

export const openInstalments = (state: AgreementState) => (state.status === 'running' ? state.open : []);
export const agreementsMade = (state: AgreementState): number => (state.status === 'none' ? 0 : state.made);

/** What an office has promised its successor keeps. */
export const passedOn = (state: AgreementState, from: string, to: string): AgreementState =>
  state.status === 'running'
    ? {
        ...state,
        open: state.open.map((one) => (one.office === from ? { ...one, office: to } : one)),
      }
    : state;

export function evolveAgreement(state: AgreementState, event: AgreementEvent): AgreementState {
  const { type, data } = event;
  switch (type) {
    case 'AgreementMade': {
      const promised = data.instalments.map(({ instalment }) => ({ instalment, office: data.by }));
      const open = [...openInstalments(state), ...promised];
      return { status: 'running', made: agreementsMade(state) + 1, open };
    }
    case 'InstalmentKept': {
      if (state.status !== 'running') return damagedLog(type, state.status);
      const open = state.open.filter(({ instalment }) => instalment !== data.instalment);
      return open.length > 0 ? { ...state, open } : { status: 'kept', made: state.made };
    }
    default:
      return unreachable(type);
  }
}
