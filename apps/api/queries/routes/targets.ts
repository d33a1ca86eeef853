import { isReached } from '@huiyin/domain';
import { findMetric, measureYear } from '@huiyin/metrics';
import { listTargets } from '@huiyin/read-models';
import { wholeNumber } from '@huiyin/runtime/in-digits';
import { z } from 'zod';
import { letterOf } from '../../targets/letter';
import { none, now, ofPage, page, record, route, text, type ReadContext, type ReadRoute } from '../route';

const year = wholeNumber(2000, 2200).optional();

/** Each target beside what its metric comes to today; a concluded year also beside its result, which stays. */
async function progress(context: ReadContext, id: string) {
  const { platform, views, sight } = context;
  const letter = await letterOf(platform.store, id);
  if (!letter) return undefined;
  const { state, report, concluded } = letter;
  const { office, by, status, targets } = state;
  const asked = { office, year: state.year, metrics: targets.map(({ metric }) => metric) };
  const { position, values } = await measureYear(views, asked, {
    now: now(context),
    zone: platform.timeZone,
    sight,
  });
  const shown = targets.map((target) => {
    const { name, unit } = findMetric(target.metric)!;
    const reached = values[target.metric] ?? null;
    const result = concluded?.results.find((one) => one.target === target.target);
    return { ...target, name, unit, reached, met: isReached(target, reached), ...(result && { result }) };
  });
  return {
    position,
    body: {
      ...{ office, by, year: state.year, status, targets: shown },
      ...(report && { report: report.text }),
      ...(concluded && { concluded: { position: concluded.position } }),
    },
  };
}

export const targetRoutes: readonly ReadRoute[] = [
  route({
    name: 'listTargets',
    tag: 'targets',
    path: '/targets',
    summary: 'Letters of yearly targets, the newest year first, each with what is owed on it next',
    query: z.strictObject({
      status: z.enum(['set', 'signed', 'reported', 'concluded']).optional(),
      office: text,
      by: text,
      year,
      ...page,
    }),
    run: async ({ views }, _, request) => ofPage(await listTargets(views, request)),
  }),
  record('targets', 'readTargets', 'The yearly targets of an office, who signed them, and what came of them'),
  route({
    name: 'progressOfTargets',
    tag: 'targets',
    path: '/targets/{id}/progress',
    summary: "Each target beside what its metric comes to so far in the letter's year",
    query: none,
    run: (context, { id }) => progress(context, id!),
  }),
];
