import { bundledRules, packInForce } from '.';

const under = (ref: string, beijing: string) =>
  packInForce(bundledRules, ref, new Date(`${beijing}+08:00`).toISOString())?.id;

describe('the pack that a case falls under', () => {
  it('is the one of the day on which it was received, by the local day', () => {
    expect(under('xinfang-2022', '2022-04-30T23:59')).toBe('xinfang-2005');
    expect(under('xinfang-2022', '2022-05-01T00:00')).toBe('xinfang-2022');
  });

  it('is none where the one asked for was no longer in force', () => {
    expect(under('xinfang-2005', '2022-04-30T23:59')).toBe('xinfang-2005');
    expect(under('xinfang-2005', '2022-05-01T00:00')).toBeUndefined();
  });

  it('is the one asked for where that says nothing of days', () => {
    expect(under('hotline-12345', '2001-01-01T00:00')).toBe('hotline-12345');
  });
});
