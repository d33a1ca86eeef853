import { TARGET_METRICS } from '@huiyin/domain';
import { findMetric } from './registry';

const WAYS = { higher: 'at-least', lower: 'at-most', none: undefined } as const;

test.each(Object.entries(TARGET_METRICS))(
  'the target metric %s is in the registry, says how an office does, and which way is better',
  (id, direction) => expect(WAYS[findMetric(id)!.better]).toBe(direction),
);
