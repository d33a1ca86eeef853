// One case: its facts, its clocks with their reasons, who answers for it, and everything that happened.
import { get, list, ROWS_MAX, segment } from './api.js';
import { statusTag } from './cases.js';
import { linksOf, officesOfChain } from './chain.js';
import { h, keyed } from './dom.js';
import { language, pick, t } from './language.js';
import { categoryName, dutyName, learn, officeName, packName, zoneOf } from './names.js';
import { entry, sentence } from './timeline.js';
import { dateTime, lateness } from './time.js';

const RECORDS = { supervision: 'supervisions', review: 'reviews' };

/** The records of the supervision orders and reviews that a timeline tells of: their duties come with reasons. */
async function aboutIt(/** @type {any[]} */ timeline) {
  const streams = [...new Set(timeline.map(({ stream }) => stream))];
  const records = streams.flatMap((stream) => {
    const [kind, ...id] = stream.split('-');
    const path = RECORDS[/** @type {keyof typeof RECORDS} */ (kind)];
    return path ? [get(`/${path}/${segment(id.join('-'))}`)] : [];
  });
  return (await Promise.all(records)).filter(Boolean);
}

/** @type {import('./main.js').View} */
export function caseFile({ id = '' }) {
  const title = h('h2', { tabindex: '-1' }, t('case'));
  const facts = h('dl', { class: 'facts' });
  const clocks = h('ul', { class: 'clocks' });
  const none = h('p', { class: 'empty', hidden: true }, t('case.noClocks'));
  const ended = h('ul', { class: 'clocks' });
  const endedTitle = h('summary', {});
  const past = h('details', { hidden: true }, endedTitle, ended);
  const chain = h('ol', { class: 'chain' });
  const timeline = h('ol', { class: 'timeline', reversed: true });
  const missing = h('p', { class: 'empty', hidden: true }, t('case.missing'));
  const file = h(
    'div',
    { class: 'file' },
    h(
      'div',
      {},
      h('section', {}, h('h3', {}, t('case.facts')), facts),
      h('section', { id: 'clocks' }, h('h3', {}, t('case.clocks')), none, clocks, past),
      h('section', { id: 'chain' }, h('h3', {}, t('case.chain')), chain),
    ),
    h(
      'section',
      { id: 'timeline' },
      h('h3', {}, t('case.timeline'), ' ', h('small', {}, t('case.timelineOrder'))),
      timeline,
    ),
  );
  return {
    heading: title,
    title: t('case'),
    elements: [missing, file],
    async load() {
      const [record, responsibility, events] = await Promise.all([
        get(`/cases/${segment(id)}`),
        get(`/cases/${segment(id)}/responsibility-chain`),
        list(`/cases/${segment(id)}/timeline`, { newestFirst: true }, ROWS_MAX),
      ]);
      if (!record) return undefined;
      const others = await aboutIt(events.items);
      const duties = /** @type {any[]} */ ([record, ...others].flatMap(({ duties: owed }) => owed));
      const { receiver, office, pack } = record.state;
      await learn(
        [
          receiver,
          office,
          ...duties.map(({ owner }) => owner),
          ...events.items.flatMap(officesIn),
          ...officesOfChain(responsibility),
        ],
        [pack, ...duties.map(({ policy }) => policy)],
      );
      const explained = new Map(others.map(({ id: about, state }) => [about, state.evidence?.explanation]));
      const told = events.items.map((event) => ({
        ...event,
        explanation: explained.get(event.stream.slice('review-'.length)),
      }));
      return { record, duties, responsibility, events: told };
    },
    show(data, now) {
      file.hidden = !data;
      missing.hidden = Boolean(data);
      if (!data) return t('case.missing');
      const { record, events, responsibility } = data;
      const duties = /** @type {any[]} */ (data.duties);
      const registered = record.events[0].data;
      const zone = zoneOf(record.state.pack);
      if (title.textContent !== registered.title) title.textContent = registered.title;
      keyed(
        facts,
        factsOf(record, registered, zone),
        ([name]) => name,
        ([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)),
      );
      const open = duties.filter((duty) => isOpen(duty, now)).sort(byDue);
      const over = duties.filter((duty) => !isOpen(duty, now)).sort(byDue);
      none.hidden = open.length > 0;
      keyed(
        clocks,
        open,
        ({ id: key }) => key,
        (duty) => clock(duty, now),
      );
      past.hidden = over.length === 0;
      endedTitle.textContent = t('case.ended', { n: over.length });
      keyed(
        ended,
        over,
        ({ id: key }) => key,
        (duty) => clock(duty, now),
      );
      const said = new Map(events.map((/** @type {any} */ event) => [event.position, event]));
      const say = (/** @type {number} */ position) =>
        said.has(position) ? sentence(said.get(position), record.state.pack, zone) : '';
      keyed(
        chain,
        responsibility ? linksOf(responsibility, now, say) : [],
        ({ key }) => key,
        ({ show }) => show(),
      );
      keyed(
        timeline,
        events,
        ({ position }) => String(position),
        (event) => entry(event, record.state.pack, zone),
      );
      return registered.title;
    },
  };
}

/** @param {any} event */
const officesIn = ({ office, summary }) => [
  office,
  ...['by', 'to', 'from', 'office', 'receiver'].map((field) => summary[field]),
];

/** @param {any} a @param {any} b */
const byDue = (a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0);

/** A right that nobody used has ended when its time is over. @param {any} duty @param {string} now */
const isOpen = ({ status, kind, dueAt }, now) =>
  status === 'paused' || (status === 'open' && (kind === 'duty' || dueAt >= now));

/** @returns {[string, import('./dom.js').Child | import('./dom.js').Child[]][]} */
function factsOf(
  /** @type {any} */ { state },
  /** @type {any} */ registered,
  /** @type {string | undefined} */ zone,
) {
  const claims = registered.claims.map((/** @type {any} */ { summary }) => h('p', {}, summary));
  const { place, category, channel, receiver, receivedAt, externalId } = registered;
  return [
    [t('case.status'), statusTag(state.status)],
    [t('cases.held'), officeName(state.office ?? state.receiver)],
    [t('case.place'), place],
    [t('case.category'), categoryName(category)],
    [t('case.channel'), t(`channel.${channel}`)],
    [t('cases.received'), dateTime(receivedAt, zone)],
    [t('case.receiver'), officeName(receiver)],
    [t('case.rules'), packName(state.pack)],
    ...(externalId ? [/** @type {[string, string]} */ ([t('case.externalId'), externalId])] : []),
    [t('case.claims'), claims],
  ];
}

/** @param {any} duty @param {string} now */
function stateOf({ kind, status, dueAt }, now) {
  if (status !== 'open') return h('span', { class: 'tag', 'data-status': status }, t(`duty.${status}`));
  if (kind === 'window' && dueAt < now) return h('span', { class: 'tag' }, t('duty.lapsed'));
  return h('span', { class: dueAt < now ? 'late' : 'left' }, lateness(dueAt, now));
}

/** @param {any} duty @param {string} now */
function clock(duty, now) {
  const { id, rule, kind, status, policy, owner, dueAt, steps, explanation, provisional } = duty;
  const zone = zoneOf(policy);
  const overdue = kind === 'duty' && status === 'open' && dueAt < now;
  const running = status === 'open' || status === 'paused';
  return h(
    'li',
    { class: overdue ? 'clock overdue' : 'clock' },
    h('h4', {}, dutyName(policy, rule), kind === 'window' && h('span', { class: 'tag' }, t('duty.window'))),
    h(
      'p',
      { class: 'when' },
      h('time', { datetime: dueAt }, dateTime(dueAt, zone)),
      stateOf(duty, now),
      provisional && h('span', { class: 'tag' }, t('provisional')),
    ),
    h('p', { class: 'about' }, `${t('case.owes')}${language() === 'en' ? ': ' : '：'}${officeName(owner)}`),
    h(
      'details',
      { 'data-name': id, open: running },
      h('summary', {}, t('case.why')),
      h('p', { class: 'why' }, pick(explanation)),
      running && steps.length > 0 && consequences(steps, now, zone),
    ),
  );
}

/** @param {any[]} steps @param {string} now @param {string | undefined} zone */
const consequences = (steps, now, zone) => [
  h('p', { class: 'about' }, t('case.ifMissed')),
  h(
    'ol',
    { class: 'steps' },
    steps.map((step) =>
      h(
        'li',
        { class: step.at <= now && 'done' },
        h('time', { datetime: step.at }, dateTime(step.at, zone)),
        ' ',
        t(`step.${step.do}`),
      ),
    ),
  ),
];
