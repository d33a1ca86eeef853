import { addDays, type LocalDate } from '@huiyin/kernel';
import type { PolicyPack } from '@huiyin/policy';
import type { ClaimOutcome } from './events';

const SUPPORTED: readonly ClaimOutcome['outcome'][] = ['supported', 'partly-supported'];

export const isSupported = ({ outcome }: Pick<ClaimOutcome, 'outcome'>): boolean =>
  SUPPORTED.includes(outcome);

/** What is supported is carried out (Art. 32): by the day that is named, else by the pack's, unless it is done already. */
export const withDayToCarryOut = (
  outcomes: readonly ClaimOutcome[],
  { carryOutWithin_days }: PolicyPack,
  today: LocalDate,
): ClaimOutcome[] =>
  outcomes.map((one) =>
    carryOutWithin_days === undefined || !isSupported(one) || one.done || one.carryOutBy !== undefined
      ? one
      : { ...one, carryOutBy: addDays(today, carryOutWithin_days) },
  );
