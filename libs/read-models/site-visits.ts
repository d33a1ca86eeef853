import type { Sight } from '@huiyin/access';
import type { Duty } from '@huiyin/policy';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A visit may be unannounced (暗访): what an overseer owes about one stands on nobody else's board. */
export const REPORT_SITE_VISIT: Duty['rule'] = 'report-site-visit';

/** Of duties `v`: without those about the site visits of other offices. */
export const withoutSiteVisits = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  sight: Sight,
): SelectQueryBuilder<Row> =>
  sight.of === 'all-but' && sight.office !== undefined
    ? query.andWhere('(v.rule <> :siteVisit OR v.owner = :looksFor)', {
        siteVisit: REPORT_SITE_VISIT,
        looksFor: sight.office,
      })
    : query;
