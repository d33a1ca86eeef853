import { lawSpec, type Law } from './law';

export const SIMPLE_PROCEDURE: Law = {
  name: '信访事项简易办理办法（试行） Simple procedure (2016 trial)',
  named: '简易办理',
  specs: [lawSpec('simple-procedure')],
  rows: [
    {
      what: 'Accepted in 3 working days, opinion in 10 from acceptance, 1 per forwarding level',
      shown: [
        'accepted in 3 working days',
        'opinion in 10 working days',
        '1 working day per forwarding level',
      ],
    },
    { what: 'Notice by phone or message', shown: ['notice by %s is allowed'] },
    {
      what: 'First petitions that are clear; not assigned, likely refused, with a statutory route, of several offices, joint, complex',
      shown: [
        'for first petitions',
        'not for: %s',
        'a statutory route',
        'not for joint matters',
        'not for assigned',
      ],
    },
  ],
};
