import type { Verdict } from '../../../decider';
import type { PanelMember } from '../events';

const PANEL_MIN = 3;

/** A panel has one chair and an odd number of members, at least three. */
export function aPanelHasAChairAndAnOddNumber(panel: readonly PanelMember[]): Verdict {
  const chairs = panel.filter(({ role }) => role === 'chair').length;
  const whole = chairs === 1 && panel.length >= PANEL_MIN && panel.length % 2 === 1;
  return whole ? undefined : { code: 'panel-incomplete', facts: { members: panel.length, chairs } };
}
