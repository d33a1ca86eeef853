// The duty board: what is overdue first, then what falls due soon.
import { get, list, ROWS_MAX } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';
import { allOffices, categoryName, dutyName, learn, officeName, zoneOf } from './names.js';
import { address, caseAddress } from './route.js';
import { table } from './table.js';
import { dateTime, lateness } from './time.js';

const ROWS = 50;
const SOON_hours = 168;

/** @param {any} item */
export const caseLink = ({ caseId, title, category, place }) => [
  h('a', { href: caseAddress(caseId) }, title ?? t('case')),
  (category || place) &&
    h('span', { class: 'about' }, [category && categoryName(category), place].filter(Boolean).join(' · ')),
];

/** Where what is owed beside cases is shown. @type {Record<string, string | undefined>} */
const BESIDE = { advice: 'advice', standing: 'reviews', drive: 'lists', target: 'targets' };

/** `standing-housing`: kind and id @param {string} stream */
function streamParts(stream) {
  const [kind = '', ...id] = stream.split('-');
  return { kind, id: id.join('-') };
}

/** The office that a standing is of. @param {any} duty */
const standingOf = ({ stream }) => {
  const { kind, id } = streamParts(stream);
  return kind === 'standing' ? id : undefined;
};

/** The case that a duty is about; beside cases: the advice, the drive, … @param {any} duty */
function aboutDuty(duty) {
  if (duty.caseId) return caseLink(duty);
  const { kind } = streamParts(duty.stream);
  const view = BESIDE[kind];
  const words = t(`beside.${kind}`);
  const standing = standingOf(duty);
  // A drive's report is named `housing/2026-03-02`.
  const day = kind === 'drive' && duty.instance?.split('/').at(-1);
  const more = standing ? officeName(standing) : day;
  return [view ? h('a', { href: address(view) }, words) : words, more && h('span', { class: 'about' }, more)];
}

/** @param {any} duty @param {string} now @param {string} [zone] */
export const due = ({ dueAt, provisional }, now, zone) => [
  h('time', { datetime: dueAt }, dateTime(dueAt, zone)),
  h('span', { class: dueAt < now ? 'late' : 'left' }, lateness(dueAt, now)),
  provisional && h('span', { class: 'tag' }, t('provisional')),
];

/** @type {import('./main.js').View} */
export function dutyBoard({ query, setQuery, refresh }) {
  let now = '';
  let wanted = { overdue: ROWS, soon: ROWS };
  const select = /** @type {HTMLSelectElement} */ (h('select', { id: 'office' }));
  select.addEventListener('change', () => setQuery({ office: select.value }));

  const columns = [
    { title: t('dueDate'), cell: (/** @type {any} */ duty) => due(duty, now, zoneOf(duty.policy)) },
    { title: t('duty'), cell: (/** @type {any} */ duty) => dutyName(duty.policy, duty.rule) },
    { title: t('office'), cell: (/** @type {any} */ duty) => officeName(duty.owner) },
    { title: t('duties.about'), cell: aboutDuty },
  ];
  const board = (/** @type {'overdue' | 'soon'} */ show, /** @type {string} */ none) =>
    table({
      name: t(`duties.${show}`),
      columns,
      keyOf: ({ stream, id }) => `${stream} ${id}`,
      none,
      more: () => {
        wanted = { ...wanted, [show]: Math.min(ROWS_MAX, wanted[show] + 3 * ROWS) };
        refresh();
      },
    });
  const overdue = board('overdue', t('duties.noneOverdue'));
  const soon = board('soon', t('duties.noneSoon'));

  return {
    title: t('duties.title'),
    elements: [
      h('p', { class: 'filters' }, h('label', { for: 'office' }, t('office')), select),
      h('section', { id: 'overdue' }, h('h3', {}, t('duties.overdue')), overdue.element),
      h('section', { id: 'soon' }, h('h3', {}, t('duties.soon')), soon.element),
    ],
    async load() {
      const owner = query()['office'];
      const [late, next, counts] = await Promise.all([
        list('/duties', { show: 'overdue', owner }, wanted.overdue),
        list('/duties', { show: 'soon', within_hours: SOON_hours, owner }, wanted.soon),
        get('/duty-counts'),
      ]);
      const rows = [...late.items, ...next.items];
      await learn(
        [
          ...rows.flatMap((row) => [row.owner, standingOf(row)]),
          ...counts.map((/** @type {any} */ count) => count.owner),
        ],
        rows.map(({ policy }) => policy),
      );
      return { late, next, counts };
    },
    show({ late, next, counts }, at) {
      now = at;
      showOffices(select, counts, query()['office'] ?? '');
      overdue.show(late.items, late.more);
      soon.show(next.items, next.more);
    },
  };
}

/** @param {HTMLSelectElement} select @param {any[]} counts @param {string} chosen */
function showOffices(select, counts, chosen) {
  const counted = new Map(counts.map((count) => [count.owner, count]));
  const offices = allOffices().filter(({ id }) => counted.has(id) || id === chosen);
  const options = offices.map(({ id, name }) => {
    const { open = 0, overdue = 0 } = counted.get(id) ?? {};
    return h('option', { value: id }, t('officeCounts', { name, open, overdue }));
  });
  const next = [h('option', { value: '' }, t('allOffices')), ...options];
  const same =
    next.length === select.children.length &&
    next.every((option, index) => option.isEqualNode(select.children[index] ?? null));
  if (!same) select.replaceChildren(...next);
  if (select.value !== chosen) select.value = chosen;
}
