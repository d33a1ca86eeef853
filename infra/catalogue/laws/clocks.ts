import { lawSpec, type Law } from './law';

export const CLOCKS: Law = {
  name: '时限与日历 Clocks and calendars',
  named: '',
  specs: [
    lawSpec('settings'),
    lawSpec('calendars'),
    'libs/policy/properties.spec.ts',
    'libs/policy/clocks.properties.spec.ts',
    'apps/escalation/recompute.spec.ts',
  ],
  rows: [
    {
      what: 'First and last day as the pack says, recorded on every deadline',
      shown: ['last day %s, first day %s'],
    },
    { what: "The State Council's days off and make-up days", shown: ['days off and make-up days'] },
    {
      what: 'A year without data is provisional',
      shown: ['a year without data', 'that leans on it provisional, and no other'],
    },
    {
      what: 'A notice changes dates already running, visibly, and the old date stays on record',
      shown: [
        'has its old date on record',
        'each case keeps the old date on record',
        'both dates are explained',
      ],
    },
    { what: 'A deadline never falls before its start', shown: ['a deadline never falls before its start'] },
    {
      what: 'Pausing, then resuming moves a deadline by exactly the pause',
      shown: ['in hours moves by exactly the pause', 'leaves as many days as were left, day by day'],
    },
    { what: 'The order of unrelated events does not matter', shown: ['the order of unrelated events'] },
    {
      what: 'Recomputed under the same versions it is the same date',
      shown: ['recomputing under the same versions'],
    },
    { what: 'Every duty is explained in Chinese and in English', shown: ['is explained in both languages'] },
  ],
};
