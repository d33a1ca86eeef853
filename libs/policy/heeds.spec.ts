import { bundledPacks } from './bundled';
import { heeds } from './heeds';
import type { PolicyPack } from './pack';

describe('a pack heeds', () => {
  const pack = bundledPacks.find(({ id }) => id === 'xinfang-2022') as PolicyPack;

  it('every event that one of its rules names, in whatever place', () => {
    for (const type of ['CaseSent', 'CaseAnswered', 'CaseClosed', 'AnswerExtended'])
      expect(heeds(pack, type)).toBe(true);
  });

  it('no other', () => {
    for (const type of ['DutyBreached', 'OfficeReminded', 'Nothing']) expect(heeds(pack, type)).toBe(false);
  });

  it('the beginning and end of a pause', () => {
    const pausedBy = { begin: 'HearingBegan', end: 'HearingEnded' };
    const pausing: PolicyPack = { ...pack, duties: [{ ...pack.duties[0]!, pausedBy }] };
    expect([heeds(pausing, 'HearingBegan'), heeds(pausing, 'HearingEnded')]).toEqual([true, true]);
  });
});
