import type { LadderRung } from '@huiyin/policy';
import type { StandingEvent } from '../events';

/** What a rung asks for as soon as it is reached: by the office above, or of the office itself. */
export function ordersOf(rung: LadderRung, office: string, pack: string, by: string): StandingEvent[] {
  const ordered = (what: string, within_days: number) => ({
    office,
    pack,
    rung: rung.id,
    order: `${rung.id}/${what}`,
    by,
    within_days,
  });
  const { talk, rectification, measures = [], keyManagement } = rung;
  const events: StandingEvent[] = measures.map(({ measure, within_days }) => ({
    type: 'MeasureOrdered',
    data: { ...ordered(measure, within_days), measure },
  }));
  if (talk) {
    const { by: holders, with: talkedTo, collective = false, within_days } = talk;
    events.push({
      type: 'TalkOrdered',
      data: { ...ordered('talk', within_days), holders, with: talkedTo, collective },
    });
  }
  if (rectification)
    events.push({
      type: 'RectificationOrdered',
      data: ordered('rectification', rectification.within_days),
    });
  if (keyManagement) events.push({ type: 'KeyManagementEntered', data: { office, pack, rung: rung.id } });
  return events;
}
