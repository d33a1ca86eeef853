// What happened, in plain words.
import { h } from './dom.js';
import { knows, pick, t } from './language.js';
import { dutyName, officeName } from './names.js';
import { findingWords } from './reviews.js';
import { dateTime, longDate, timeOfDay } from './time.js';

/** @param {any} event */
function kindOf({ type, stream }) {
  if (type === 'OfficeReminded') return 'reminder';
  if (type === 'DutyBreached') return 'breach';
  return stream.split('-')[0];
}

const OFFICES = ['by', 'to', 'from', 'office', 'receiver', 'overseer', 'helper', 'of'];
/** Fields that hold a code, and what their words are filed under. */
const CODES = {
  channel: 'channel',
  procedure: 'procedure',
  how: 'how',
  trigger: 'trigger',
  petitionDepartment: 'rating',
  handlingOffice: 'rating',
  mark: 'mark',
  stage: 'stage',
  outcome: 'reviewOutcome',
  post: 'post',
  kind: 'mediation',
  cause: 'cause',
  grade: 'grade',
  recipient: 'recipient',
  responded: 'yes',
  solved: 'yes',
  satisfied: 'yes',
};

/** @param {any} event @param {string} pack @param {string | undefined} zone */
function valuesOf({ type, summary, office }, pack, zone) {
  /** @type {Record<string, string | number>} */
  const values = { by: officeName(office) };
  for (const [field, said] of Object.entries(summary))
    if (typeof said === 'string' || typeof said === 'number') values[field] = said;
  for (const field of OFFICES) if (field in summary) values[field] = officeName(summary[field]);
  for (const [field, words] of Object.entries(CODES))
    if (field in summary) values[field] = t(`${words}.${summary[field]}`);
  if (type === 'ReferralOutcomeRecorded') values['referralOutcome'] = t(`referralOutcome.${summary.outcome}`);
  if ('rule' in summary) values['duty'] = dutyName(pack, summary.rule);
  if ('dueAt' in summary) values['dueAt'] = dateTime(summary.dueAt, zone);
  if ('after' in summary) values['after'] = summary.after.sealed ? t('sealed') : summary.after;
  if (summary.finding) values['finding'] = findingWords(summary.finding);
  if (summary.was?.outcome) values['was'] = findingWords(summary.was);
  return values;
}

/** @param {any} event */
function keyOf({ type, summary }) {
  if (type === 'CaseLinked') return `event.CaseLinked.${summary.as}`;
  if (type === 'RepeatCounted') return `event.RepeatCounted.${summary.as}`;
  if (type === 'DisputeSettled') return `event.DisputeSettled.${summary.outcome}`;
  if (type === 'CaseSent' && summary.by === summary.to) return 'event.CaseSent.kept';
  if (type === 'CaseSent') return `event.CaseSent.${summary.mode}`;
  if (type === 'CaseTakenBack' || type === 'OfficeReplaced') return `event.${type}.${summary.why}`;
  if (type === 'HelpCalled') return `event.HelpCalled.${summary.how}`;
  if (type === 'SupervisionClosed')
    return `event.SupervisionClosed.${summary.solved ? 'solved' : 'unsolved'}`;
  return `event.${type}`;
}

/** The old and the new date of a duty. @param {any} change @param {string} pack @param {string | undefined} zone */
const changeWords = ({ office, rule, was, dueAt }, pack, zone) =>
  t('event.DutiesRecomputed.change', {
    office: officeName(office),
    duty: dutyName(pack, rule),
    was: dateTime(was, zone),
    dueAt: dateTime(dueAt, zone),
  });

/** @param {any} event @param {string} pack @param {string | undefined} zone @returns {import('./dom.js').Child[]} */
function details({ type, summary, explanation }, pack, zone) {
  if (type === 'DutiesRecomputed')
    return summary.changes.map((/** @type {any} */ change) =>
      h('p', { class: 'said' }, changeWords(change, pack, zone)),
    );
  if (type === 'ReviewOpened') return [h('p', { class: 'said' }, pick(explanation) || summary.reasons)];
  if (summary.finding?.reasons) return [h('p', { class: 'said' }, summary.finding.reasons)];
  if (type !== 'CaseAnswered' || !Array.isArray(summary.outcomes)) return [];
  return summary.outcomes.map((/** @type {any} */ { outcome, text }) =>
    h('p', { class: 'said' }, h('b', {}, t(`outcome.${outcome}`)), ' ', text),
  );
}

/** What happened, as one sentence. @param {any} event @param {string} pack @param {string | undefined} zone */
export function sentence(event, pack, zone) {
  const key = keyOf(event);
  return knows(key) ? t(key, valuesOf(event, pack, zone)) : event.type;
}

/**
 * One entry of the timeline.
 *
 * @param {any} event
 * @param {string} pack of the case
 * @param {string | undefined} zone
 */
export function entry(event, pack, zone) {
  const kind = kindOf(event);
  return h(
    'li',
    { 'data-kind': kind },
    h(
      'time',
      { datetime: event.occurredAt },
      longDate(event.occurredAt, zone),
      ' ',
      timeOfDay(event.occurredAt, zone),
    ),
    h('span', { class: 'kind' }, t(`kind.${kind}`)),
    h('p', {}, sentence(event, pack, zone)),
    details(event, pack, zone),
  );
}
