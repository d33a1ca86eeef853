import type { Text } from '@huiyin/policy';
import type { ReportDocument } from '@huiyin/reports';
import { idOf, type Asked } from '../asked';
import { KEPT_OUT } from './words';

/** A document of the whole city's figures, but for its sections. */
export const ofTheCity = (
  asked: Asked,
  position: number,
  kind: ReportDocument['kind'],
  title: Text,
): Omit<ReportDocument, 'sections'> => ({
  format: 1,
  id: idOf(asked),
  kind,
  title,
  period: asked.period,
  scope: { of: 'city' },
  computedAt: { position, instant: asked.at },
  policies: [],
  calendars: [],
  notes: [KEPT_OUT],
});
