import { EVENT_VERSIONS, upcast } from '.';

const stored = (version: number, type = 'CaseClosed') => ({ type, version, data: { by: 'housing' } });

describe('an event in its current version', () => {
  it.each(Object.entries(EVENT_VERSIONS))('%s is read as it is', (type, version) =>
    expect(upcast(stored(version, type))).toEqual({ type, data: { by: 'housing' } }),
  );
});

describe('an event that this code does not know', () => {
  it('stops the reader: a newer version', () =>
    expect(() => upcast(stored(2))).toThrow(
      'unknown version 2 of CaseClosed (known: 1 to 1): the log was written by a newer version of Huiyin',
    ));
  it('stops the reader: no version at all', () =>
    expect(() => upcast(stored(0))).toThrow('unknown version 0'));
  it('stops the reader: another type', () =>
    expect(() => upcast(stored(1, 'CaseForgotten'))).toThrow('unknown event CaseForgotten'));
});

describe('an event in an older version', () => {
  const versions = { CaseClosed: 3 };
  const upcasters = {
    'CaseClosed@1': (data: unknown) => ({ ...(data as object), second: true }),
    'CaseClosed@2': (data: unknown) => ({ ...(data as object), third: true }),
  };
  it('takes every step to the current one, in order', () =>
    expect(upcast(stored(1), versions, upcasters)).toEqual({
      type: 'CaseClosed',
      data: { by: 'housing', second: true, third: true },
    }));
  it('takes only the steps that are left', () =>
    expect(upcast(stored(2), versions, upcasters).data).toEqual({ by: 'housing', third: true }));
  it('stops where a step is missing', () =>
    expect(() => upcast(stored(1), versions, { 'CaseClosed@2': upcasters['CaseClosed@2'] })).toThrow(
      'no upcaster from version 1 of CaseClosed',
    ));
});
