import { seesEverything, type Sight } from '@huiyin/access';
import { seenCase } from '../seen';

/**
 * The condition that a duty is seen; the alias of the board is `v`, `parameter` stands for `keptFrom` of the sight. What
 * is owed beside cases is kept from nobody, unless it rests on a case that is.
 */
export function seenDuty(sight: Sight, parameter: string): string {
  const ofCase = seenCase(sight, 'v.case_id', parameter);
  if (sight.of === 'nothing' || seesEverything(sight)) return ofCase;
  return `((v.case_id IS NULL OR ${ofCase}) AND NOT EXISTS (
    SELECT FROM jsonb_array_elements_text(v.cites::jsonb) AS cited (id)
    WHERE NOT ${seenCase(sight, 'cited.id', parameter)}))`;
}
