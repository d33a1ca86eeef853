// The review board, and where offices stand on the ladder.
import { get, list, ROWS_MAX } from './api.js';
import { caseLink } from './board.js';
import { h } from './dom.js';
import { t } from './language.js';
import { dutyName, learn, officeName, rungName, zoneOf } from './names.js';
import { table } from './table.js';
import { date } from './time.js';

const ROWS = 50;

/** @param {any} finding */
export const findingWords = ({ outcome, kind, gravity }) =>
  outcome === 'fault'
    ? t('finding.fault', { kind: t(`fault.${kind}`), gravity: t(`gravity.${gravity}`) })
    : t('finding.no-fault');

/** @type {import('./main.js').View} */
export function reviewBoard({ refresh }) {
  let wanted = ROWS;
  /** @type {Map<string, any>} */
  let standings = new Map();
  const reviews = table({
    name: t('reviews.title'),
    columns: [
      { title: t('reviews.opened'), cell: opened },
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('case'), cell: caseLink },
      { title: t('cases.status'), cell: status },
      { title: t('reviews.finding'), cell: found },
      { title: t('reviews.links'), cell: links },
      { title: t('reviews.referral'), cell: referrals },
      {
        title: t('reviews.standing'),
        cell: (/** @type {any} */ { office }) => rung(standings.get(office)),
      },
    ],
    keyOf: ({ id }) => id,
    none: t('reviews.none'),
    more: () => {
      wanted = Math.min(ROWS_MAX, wanted + 3 * ROWS);
      refresh();
    },
  });
  const ladder = table({
    name: t('standings.title'),
    columns: [
      { title: t('office'), cell: (/** @type {any} */ row) => officeName(row.office) },
      { title: t('standings.rung'), cell: rung },
      {
        title: t('standings.since'),
        cell: (/** @type {any} */ { since, pack }) => since && date(since, zoneOf(pack)),
      },
      { title: t('standings.faults'), cell: (/** @type {any} */ row) => row.faultsInWindow },
      { title: t('standings.open'), cell: stillToBeDone },
    ],
    keyOf: ({ office }) => office,
    none: t('standings.none'),
  });
  return {
    title: t('reviews.title'),
    elements: [
      h('p', { class: 'note' }, t('reviews.note')),
      h('section', { id: 'reviews' }, reviews.element),
      h('section', { id: 'standings' }, h('h3', {}, t('standings.title')), ladder.element),
    ],
    async load() {
      const [page, rows] = await Promise.all([list('/reviews', {}, wanted), get('/standings')]);
      await learn(
        [
          ...[...page.items, ...rows].map(({ office }) => office),
          ...page.items.flatMap(({ links: each }) => each.map((/** @type {any} */ { office }) => office)),
          ...page.items.flatMap(({ referrals: each }) =>
            each.flatMap((/** @type {any} */ { to, office }) => [to, office]),
          ),
          ...rows.flatMap(({ open }) => open.map((/** @type {any} */ { by }) => by)),
        ],
        [...page.items, ...rows].map(({ pack }) => pack),
      );
      return { ...page, rows };
    },
    show({ items, more, rows }) {
      standings = new Map(rows.map((/** @type {any} */ row) => [row.office, row]));
      reviews.show(items, more);
      ladder.show(rows.filter((/** @type {any} */ row) => row.rung || row.noAwardIn.length > 0));
    },
  };
}

/** @param {any} standing */
const rung = (standing) =>
  standing?.rung
    ? h('span', { class: 'tag', 'data-status': 'rung' }, rungName(standing.pack, standing.rung))
    : h('span', { class: 'about' }, t('reviews.noRung'));

/** What its rungs asked for and nobody has done yet, and what follows from being there. @param {any} row */
const stillToBeDone = ({ open, keyManagement, noAwardIn, pack }) => [
  keyManagement && h('span', { class: 'tag', 'data-status': 'rung' }, t('standings.keyManagement')),
  ...open.map((/** @type {any} */ { order, by, since }) => {
    const what = t(`order.${order.split('/')[1]}`);
    const owes = t('standings.owes', { what, office: officeName(by), since: date(since, zoneOf(pack)) });
    return h('span', { class: 'about' }, owes);
  }),
  ...noAwardIn.map((/** @type {number} */ year) =>
    h('span', { class: 'about' }, t('standings.noAward', { year: String(year) })),
  ),
];

/** @param {any} row */
const opened = ({ openedAt, pack, rule }) => [
  h('time', { datetime: openedAt }, date(openedAt, zoneOf(pack))),
  rule && h('span', { class: 'about' }, dutyName(pack, rule)),
];

/** @param {any} row */
const status = (row) => [
  h('span', { class: 'tag', 'data-status': row.status }, t(`review.${row.status}`)),
  row.closedAt && h('span', { class: 'about' }, date(row.closedAt, zoneOf(row.pack))),
];

/** @param {any} row */
function found({ finding, proposed, confirmedAt, proposedAt, pack, dispute, was, remedies }) {
  const zone = zoneOf(pack);
  if (finding)
    return [
      findingWords(finding),
      h('span', { class: 'about' }, date(confirmedAt, zone)),
      ...disputed({ dispute, was }),
      ...remedies.map(remedy),
    ];
  if (!proposed) return h('span', { class: 'about' }, t('finding.none'));
  return [
    findingWords(proposed) + t('finding.unconfirmed'),
    h('span', { class: 'about' }, date(proposedAt, zone)),
  ];
}

/** Both stay readable: what is found now, and what stood before the dispute. @param {any} finding */
const disputed = ({ dispute, was }) => [
  dispute && h('span', { class: 'about' }, t(`dispute.${dispute}`)),
  was && h('span', { class: 'about' }, t('finding.was', { finding: findingWords(was) })),
];

/** @param {any} one */
const remedy = ({ office, text, within_days, doneAt }) =>
  h(
    'span',
    { class: 'about' },
    t(doneAt ? 'remedy.done' : 'remedy.open', { office: officeName(office), n: within_days, text }),
  );

/** What discipline has of it, and what came back. @param {any} row */
const referrals = ({ referrals: each, pack }) =>
  each.flatMap((/** @type {any} */ one) => [
    h('span', { class: 'about' }, referralWords(one)),
    h('span', { class: 'about' }, date(lastOf(one), zoneOf(pack))),
    one.text && h('span', { class: 'about' }, one.text),
  ]);

/** @param {any} one */
const lastOf = ({ sentAt, receivedAt, outcomeAt, withdrawnAt }) =>
  withdrawnAt ?? outcomeAt ?? receivedAt ?? sentAt;

/** @param {any} one */
function referralWords({ to, reference, receivedAt, outcome, withdrawnAt }) {
  const said = { to: officeName(to), reference };
  if (withdrawnAt) return t('referral.withdrawn', said);
  if (outcome) return t('referral.answered', { ...said, outcome: t(`referralOutcome.${outcome}`) });
  return t(receivedAt ? 'referral.received' : 'referral.sent', said);
}

/** The links of other offices, each with its finding; and where the whole evidence is read. @param {any} row */
const links = ({ id, links: each, evidence }) => [
  ...each.map((/** @type {any} */ link) =>
    h(
      'span',
      { class: 'about' },
      `${t(`role.${link.role}`)} ${officeName(link.office)}: `,
      link.finding ? findingWords(link.finding) : t(link.statedAt ? 'link.heard' : 'link.waiting'),
      ...disputed(link),
    ),
  ),
  evidence && h('a', { href: `/api/v1/reviews/${id}/evidence` }, t('reviews.evidence')),
];
