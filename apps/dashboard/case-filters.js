// What the list of cases is narrowed down by: the address keeps it, and the API is asked for it.
import { h } from './dom.js';
import { t } from './language.js';
import { allOffices, officeName } from './names.js';
import { dayAfter, dayStart } from './time.js';

const TYPING_ms = 250;
const STATUSES = [
  'registered',
  'sorted',
  'sent',
  'acknowledged',
  'objected',
  'accepted',
  'answered',
  'closed',
];
const RATINGS = ['satisfied', 'fairly-satisfied', 'dissatisfied'];
const RATED = ['petitionDepartmentRating', 'handlingOfficeRating'];

/** Days of the city's own clock become instants; what is empty is not asked for. @param {Record<string, string>} query */
export const asked = ({ acceptedFrom, acceptedTo, ...query }) => ({
  ...query,
  ...(acceptedFrom && { acceptedFrom: dayStart(acceptedFrom) }),
  ...(acceptedTo && { acceptedTo: dayStart(dayAfter(acceptedTo)) }),
});

/**
 * @param {Record<string, string>} query
 * @param {(query: Record<string, string>) => void} narrow
 */
export function caseFilters(query, narrow) {
  const search = field('input', 'q', { type: 'search', placeholder: t('cases.placeholder'), maxlength: 200 });
  const status = choice('status', t('cases.any'), named('status', STATUSES));
  const { acceptedBy: chosen } = query;
  const acceptedBy = choice('acceptedBy', t('allOffices'), chosen ? [[chosen, officeName(chosen)]] : []);
  const days = ['acceptedFrom', 'acceptedTo'].map((id) => field('input', id, { type: 'date' }));
  const ratings = RATED.map((id) => choice(id, t('cases.anyRating'), named('rating', RATINGS)));
  const late = /** @type {HTMLInputElement} */ (h('input', { id: 'late', type: 'checkbox' }));
  const fields = [search, status, acceptedBy, ...days, ...ratings];
  for (const each of fields) each.value = query[each.id] ?? '';
  late.checked = query['overdue'] === 'true';

  const filter = () =>
    narrow({
      ...Object.fromEntries(fields.map(({ id, value }) => [id, value.trim()])),
      overdue: late.checked ? 'true' : '',
    });
  let shown = 0;
  let typing = 0;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(filter, TYPING_ms);
  });
  for (const each of [...fields.slice(1), late]) each.addEventListener('change', filter);
  const form = h(
    'form',
    { role: 'search', class: 'filters' },
    fields.slice(0, 2).flatMap(labelled),
    h('label', { class: 'check' }, late, t('cases.overdueOnly')),
    fields.slice(2).flatMap(labelled),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    filter();
  });
  return {
    form,
    /** The offices, once the directory has been read. */
    showOffices() {
      const offices = allOffices();
      if (offices.length === 0 || offices.length === shown) return;
      shown = offices.length;
      const { value } = acceptedBy;
      acceptedBy.replaceChildren(h('option', { value: '' }, t('allOffices')), ...offices.map(option));
      acceptedBy.value = value;
    },
  };
}

/** @param {{ id: string, name: string }} office */
const option = ({ id, name }) => h('option', { value: id }, name);

/** @param {string} words @param {readonly string[]} values @returns {[string, string][]} */
const named = (words, values) => values.map((value) => [value, t(`${words}.${value}`)]);

/** @param {string} tag @param {string} id @param {Record<string, string | number>} [attributes] @param {...HTMLElement} children */
const field = (tag, id, attributes = {}, ...children) =>
  /** @type {HTMLInputElement | HTMLSelectElement} */ (h(tag, { id, ...attributes }, ...children));

/** @param {string} id @param {string} any @param {readonly [string, string][]} values */
const choice = (id, any, values) =>
  /** @type {HTMLSelectElement} */ (
    field('select', id, {}, ...[['', any], ...values].map(([value, name]) => h('option', { value }, name)))
  );

/** @param {HTMLElement} control */
const labelled = (control) => [h('label', { for: control.id }, t(`cases.by.${control.id}`)), control];
