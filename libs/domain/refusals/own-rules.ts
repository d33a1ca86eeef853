import type { REFUSALS } from '../refusals';

type Texts = typeof REFUSALS;
type Named = { [C in keyof Texts]: Texts[C] extends { article: string } ? C : never }[keyof Texts];

/** Why Huiyin refuses what no article forbids. */
export type OwnReason =
  /** What it is about is not there, or is done already. */
  | 'record'
  /** Offices, packs and calendars have to be known and to hold together. */
  | 'directory'
  /** How offices are held to account: practice in the cities, and local settings. */
  | 'practice'
  /** A bound. */
  | 'bound';

/** Every refusal that names no article: the compiler asks for one or the other, and for nothing twice. */
export const OWN_RULES: Readonly<Record<Exclude<keyof Texts, Named>, OwnReason>> = {
  'already-exists': 'record',
  'does-not-exist': 'record',
  // Names the article of the step that it is refused to, where the step has one.
  'wrong-state': 'record',
  'not-the-holder': 'record',
  'happened-later': 'record',
  'happened-earlier': 'record',
  'promised-in-the-past': 'record',
  'already-archived': 'record',
  'item-unknown': 'record',
  'item-elsewhere': 'record',
  'case-unknown': 'record',
  'own-lead': 'record',
  'lead-struck': 'record',
  'lead-unanswered': 'record',
  'entry-unknown': 'record',
  'not-correctable': 'record',
  'nothing-to-correct': 'record',
  'nothing-personal': 'record',
  'dispute-unknown': 'record',
  'not-a-public-request': 'record',
  'no-recusal-asked': 'record',
  'claim-unknown': 'record',
  'claim-answered-twice': 'record',
  'helper-called-already': 'record',
  'no-such-help': 'record',
  'link-unknown': 'record',
  'link-found-already': 'record',
  'finding-unknown': 'record',
  'no-dispute': 'record',
  'remedy-unknown': 'record',
  'referred-already': 'record',
  'no-referral-waits': 'record',
  'fault-not-counted': 'record',
  'not-breached': 'record',
  'duty-unknown': 'record',
  'fault-counted-already': 'record',
  'not-on-a-rung': 'record',
  'placing-counted-already': 'record',
  'order-unknown': 'record',
  'award-unknown': 'record',
  'practice-unknown': 'record',
  'checklist-item-unknown': 'record',
  'no-such-visit': 'record',
  'no-such-instruction': 'record',
  'listed-already': 'record',
  'not-listed': 'record',
  'reported-already': 'record',
  'office-unknown': 'directory',
  'not-a-discipline-office': 'directory',
  'policy-unknown': 'directory',
  'policy-invalid': 'directory',
  'version-not-next': 'directory',
  'calendar-invalid': 'directory',
  'time-zone-unknown': 'directory',
  'not-below': 'directory',
  'link-without-finding': 'practice',
  'dispute-too-late': 'practice',
  'disputed-already': 'practice',
  'no-fault-stands': 'practice',
  'finding-without-statement': 'practice',
  'same-reviewer': 'practice',
  'placing-not-counted': 'practice',
  'order-open': 'practice',
  'post-missing': 'practice',
  'rectification-not-reported': 'practice',
  'too-soon-to-come-down': 'practice',
  'own-item': 'practice',
  'items-open': 'practice',
  'own-award': 'practice',
  'not-a-target': 'practice',
  'not-signed-by-a-head': 'practice',
  'target-year-not-over': 'practice',
  'target-without-result': 'practice',
  'report-not-asked': 'practice',
  'ranking-not-over': 'practice',
  'finding-dated-back': 'practice',
  'drive-in-the-past': 'record',
  'drive-without-days': 'bound',
  'too-many-attachments': 'bound',
  'too-many-messages': 'bound',
  'checklist-full': 'bound',
};
