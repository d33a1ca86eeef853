import { REFUSALS, type RefusalText } from '@huiyin/domain';
import { code, page, table } from './markdown';

/** Every refusal with its HTTP status, both texts and the article behind it. */
export function refusalsPage(): string {
  const rows = Object.entries<RefusalText>(REFUSALS).map(([refusal, { status, en, zh, article }]) => [
    code(refusal),
    String(status),
    en,
    zh,
    article ?? '',
  ]);
  return page(
    'Refusals 不予办理的原因',
    'What a command can be answered with instead of events. The code is stable; clients depend on it, not on the text.',
    table(['Code', 'HTTP', 'English', '中文', 'Article'], rows),
  );
}
