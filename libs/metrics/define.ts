import type { Text } from '@huiyin/policy';
import type { Metric } from './metric';

export const STRUCK: Text = { zh: '已撤销的登记', en: 'Registrations that were struck' };
export const CASES: Text = { zh: '件', en: 'cases' };
export const TIMES: Text = { zh: '次', en: 'times' };
export const DUTIES: Text = { zh: '项', en: 'duties' };
export const PERSONS: Text = { zh: '人次', en: 'persons' };
export const PERCENT: Text = { zh: '%', en: '%' };
export const DAYS: Text = { zh: '日', en: 'days' };

/** The petitioner's word, of which a cell of few would tell who said it. */
export const OPINION = { better: 'higher', small: 'suppressed' } as const;
/** What people bring: it says nothing of how an office does. */
export const DEMAND = { better: 'none', small: 'suppressed' } as const;
/** How an office does its duties is never hidden. */
export const DUTY = { better: 'higher', small: 'shown' } as const;
export const FAILING = { better: 'lower', small: 'shown' } as const;

/** Neither good nor bad by itself. */
export const NEUTRAL = { better: 'none', small: 'shown' } as const;

type Defined = Omit<Metric, 'definition'> & {
  numerator: Text;
  denominator?: Text;
  window: Text;
  /** Beside struck registrations. */
  exclusions?: Text;
};

export const defineMetric = ({ numerator, denominator, window, exclusions, ...metric }: Defined): Metric => ({
  ...metric,
  definition: {
    numerator,
    ...(denominator && { denominator }),
    window,
    exclusions: exclusions
      ? { zh: `${exclusions.zh}；${STRUCK.zh}`, en: `${exclusions.en}; ${STRUCK.en.toLowerCase()}` }
      : STRUCK,
  },
});
