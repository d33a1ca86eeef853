import { OWN_RULES, REFUSALS, type RefusalText } from '@huiyin/domain';
import { code, page, table } from './markdown';

/** Why there is no article. */
const OWN_WORDS = {
  record: 'the record itself',
  directory: 'offices, packs and calendars',
  practice: 'practice, local setting',
  bound: 'a bound',
} as const;

/** Every refusal with its HTTP status, both texts and the article behind it. */
export function refusalsPage(): string {
  const rows = Object.entries<RefusalText>(REFUSALS).map(([refusal, { status, en, zh, article }]) => [
    code(refusal),
    String(status),
    en,
    zh,
    article ?? OWN_WORDS[OWN_RULES[refusal as keyof typeof OWN_RULES]],
  ]);
  return page(
    'Refusals 不予办理的原因',
    'What a command can be answered with instead of events. The code is stable; clients depend on it, not on the text. A step out of its order (`wrong-state`) names the article that orders the step.',
    table(['Code', 'HTTP', 'English', '中文', 'Article, or why there is none'], rows),
  );
}
