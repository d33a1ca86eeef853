import { EVERYTHING } from '@huiyin/access';
import { countCases, listDuties } from '@huiyin/read-models';
import type { City } from './compose';
import type { StandaloneOptions } from './options';

/** What a newcomer sees: where it is, and three things to try. */
export async function welcome(city: City, address: string, { clock }: StandaloneOptions): Promise<string> {
  const now = city.platform.clock.now().toISOString();
  const { result } = await countCases(city.views, {}, EVERYTHING);
  const cases = Object.values(result).reduce((sum, count) => sum + count, 0);
  const overdue = await listDuties(city.views, { now, show: 'overdue', limit: 1 }, EVERYTHING);
  const example = overdue.items[0]?.caseId ?? '';
  const tries = [
    `open ${address}/ and watch the duty board`,
    example
      ? `curl ${address}/api/v1/cases/${example}   (an overdue case: who owes what, and why by then)`
      : `open ${address}/docs and register a case`,
    clock === 'simulated'
      ? `curl -X POST ${address}/dev/clock -H 'content-type: application/json' -d '{"advance":"P15D"}'   (watch duties fall due)`
      : `npm start -- --clock simulated --data .huiyin-simulated   (then move the time and watch duties fall due)`,
  ];
  return [
    '',
    `Huiyin 回音 is at ${address}/   (${cases} cases, log position ${await city.platform.store.head()})`,
    '',
    'Three things to try:',
    ...tries.map((text, index) => `  ${index + 1}. ${text}`),
    '',
    `API: ${address}/docs   Stop with Ctrl-C; everything is kept.`,
    '',
  ].join('\n');
}
