import { given, refusal, stateAfter } from '@huiyin/testing/decision';
import { officeTree } from '../offices';
import { rhythmAggregate, type RhythmEvent, type RhythmEvents } from '.';

const form: RhythmEvents['RhythmSet'] = {
  timeZone: 'Asia/Shanghai',
  dailyAt: '08:30',
  dueSoon_days: 3,
  monthlyOn: 1,
  from: '2026-03-02',
};
const set: RhythmEvent = { type: 'RhythmSet', data: form };
const stopped: RhythmEvent = { type: 'RhythmStopped', data: { reasons: '暂停' } };
const setRhythm = (more: object = {}) => ({ type: 'SetRhythm', data: { ...form, ...more } }) as const;
const stop = { type: 'StopRhythm', data: { reasons: '暂停' } } as const;

describe('a rhythm', () => {
  it('is the city’s, or that of an office in the directory', () => {
    given(rhythmAggregate).when(setRhythm(), { id: 'city', offices: officeTree() }).then([set]);
    given(rhythmAggregate).when(setRhythm(), { id: 'housing' }).then([set]);
    given(rhythmAggregate)
      .when(setRhythm(), { id: 'nowhere', offices: officeTree() })
      .then(refusal('office-unknown', { office: 'nowhere' }));
  });
  it('is set by the operator, and that of an office by the office too', () => {
    given(rhythmAggregate).when(setRhythm(), { id: 'housing', office: 'housing' }).then([set]);
    for (const id of ['city', 'housing'])
      given(rhythmAggregate)
        .when(setRhythm(), { id, office: 'water' })
        .then(refusal('not-the-holder', { holder: id, office: 'water' }));
  });
  it('is in a time zone that there is', () =>
    given(rhythmAggregate)
      .when(setRhythm({ timeZone: 'Asia/Atlantis' }), { id: 'city' })
      .then(refusal('time-zone-unknown', { timeZone: 'Asia/Atlantis' })));
  it('is set anew, and stopped', () => {
    given(rhythmAggregate, set).when(setRhythm(), { id: 'city' }).then([set]);
    given(rhythmAggregate, set).when(stop, { id: 'city' }).then([stopped]);
    given(rhythmAggregate, set, stopped).when(stop, { id: 'city' }).then(refusal('wrong-state'));
    given(rhythmAggregate).when(stop, { id: 'city' }).then(refusal('does-not-exist'));
    expect(stateAfter(rhythmAggregate, set, stopped, set)).toMatchObject({ status: 'set', dailyAt: '08:30' });
  });
  it.each(['24:00', '8:30', 'noon'])('does not take %s for a time of day', (dailyAt) =>
    expect(rhythmAggregate.commands['SetRhythm']!.safeParse({ ...form, dailyAt }).success).toBe(false),
  );
});
