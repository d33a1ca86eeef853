import { seenWhere } from '@huiyin/access';

/*
 * What the SQL of the metrics has in common; pure.ts says the same of facts. A metric's query starts at `w`, the windows
 * (n, since, until), and may read every view: `e` is a row of the timeline, `c` the case's row of the list.
 */

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** The steps of these types in each window, as `e`. */
export const happenedIn = (...types: readonly string[]): string =>
  `w JOIN views.case_timeline e ON e.type IN (${quoted(types)}) AND e.occurred_at >= w.since AND e.occurred_at < w.until`;

export const itsCase = 'JOIN views.case_list c ON c.id = e.case_id';

/** The case of `e` has a step of these types for which the condition holds; the step is `t`. */
export const itHas = (types: string, condition = 'true'): string =>
  `EXISTS (SELECT FROM views.case_timeline t WHERE t.case_id = e.case_id AND t.type IN (${types}) AND ${condition})`;

/** Another case than the item's own may be known to the viewer; `viewer` is one row. */
export const seenByViewer = (list: string): string =>
  seenWhere(`${list}.kept_from`, '(SELECT kept_from FROM viewer)');

/** The columns of an item. */
export const itemOf = (caseId: string, office: string, met = 'true', amount = 'NULL::float8'): string =>
  `SELECT w.n, ${caseId} AS case_id, ${office} AS office, ${met} AS met, ${amount} AS amount`;

/** Between two instants, in days. */
export const daysBetweenSql = (from: string, to: string): string =>
  `(extract(epoch FROM ${to} - ${from}) / 86400)::float8`;

export { quoted };
