import { EVERYTHING } from '@huiyin/access';
import { countCases, listDuties } from '@huiyin/read-models';
import type { City } from './compose';
import type { StandaloneOptions } from './options';

const UNDEFINED_COLUMN = '42703';

/** After an upgrade a view may lack a column until it has been filled anew; a city starts all the same. */
function unlessFilledAnew(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== UNDEFINED_COLUMN) throw error;
}

async function countedCases({ views }: City): Promise<number> {
  const { result } = await countCases(views, {}, EVERYTHING);
  return Object.values(result).reduce((sum, count) => sum + count, 0);
}

async function overdueCase({ views, platform }: City): Promise<string | undefined> {
  const now = platform.clock.now().toISOString();
  const { items } = await listDuties(views, { now, show: 'overdue', limit: 1 }, EVERYTHING);
  return items[0]?.caseId ?? undefined;
}

/** What a newcomer sees: where it is, and three things to try. */
export async function welcome(city: City, address: string, { clock }: StandaloneOptions): Promise<string> {
  const cases = await countedCases(city).catch(unlessFilledAnew);
  const told = cases === undefined ? 'the views are filled anew' : `${cases} cases`;
  const example = await overdueCase(city).catch(unlessFilledAnew);
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
    `Huiyin 回音 is at ${address}/   (${told}, log position ${await city.platform.store.head()})`,
    '',
    'Three things to try:',
    ...tries.map((text, index) => `  ${index + 1}. ${text}`),
    '',
    `API: ${address}/docs   Stop with Ctrl-C; everything is kept.`,
    '',
  ].join('\n');
}
