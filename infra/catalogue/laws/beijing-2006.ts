import { lawSpec, type Law } from './law';

export const BEIJING_2006: Law = {
  name: '北京市信访条例 Local options (Beijing 2006)',
  named: '2006',
  specs: [lawSpec('local-options'), lawSpec('settings')],
  rows: [
    {
      what: 'Off by default',
      shown: ['are off in every bundled pack', 'only where the pack has switched them on'],
    },
    {
      what: 'The petitioner may ask for a recusal',
      shown: ['decided by nobody in time where the option is off'],
    },
    { what: 'The reply names its remedy and the period', shown: ['only where the pack asks for it'] },
    {
      what: 'Late on an assigned matter: reasons and a stage report',
      shown: ['within 5 working days (local setting)', 'and on no other matter'],
    },
    {
      what: 'A review upholds, revokes, changes or orders a redo; a redo does not repeat the answer',
      shown: ['a review ends in: %s', 'not where a pack lists its options without it'],
    },
    {
      what: 'Whoever refuses advice gives the reasons in 3 working days',
      shown: ['the reasons are owed within 3 working days'],
    },
  ],
};
