import { unreachable } from '@huiyin/kernel';
import type { RuleBook } from '@huiyin/policy';
import type { ReportDocument } from '@huiyin/reports';
import type { Asked } from './asked';
import { dailyList } from './documents/daily-list';
import { ANALYSIS_CUTS, monthlyAnalysis } from './documents/monthly-analysis';
import { CIRCULAR_CUTS, monthlyCircular } from './documents/monthly-circular';
import { quarterlyRanking, RANKING_CUTS } from './documents/quarterly-ranking';
import type { Cut, Figures, Owed } from './material';

/** Where the material of a document comes from: the read models, or the log itself. Both are at `position`. */
export interface Source {
  position: number;
  rules: RuleBook;
  owed(): Promise<Owed>;
  figures(asked: Asked, cuts: readonly Cut[]): Promise<Figures>;
}

/** The document: a function of what was asked and of the log up to the source's position, and of nothing else. */
export async function makeDocument(asked: Asked, source: Source): Promise<ReportDocument> {
  const { position, rules } = source;
  switch (asked.kind) {
    case 'daily-list':
      return dailyList(asked, position, await source.owed(), rules);
    case 'monthly-circular':
      return monthlyCircular(asked, position, await source.figures(asked, CIRCULAR_CUTS));
    case 'monthly-analysis':
      return monthlyAnalysis(asked, position, await source.figures(asked, ANALYSIS_CUTS));
    case 'quarterly-ranking':
      return quarterlyRanking(asked, position, await source.figures(asked, RANKING_CUTS));
    default:
      return unreachable(asked.kind);
  }
}
