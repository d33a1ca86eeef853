import { lawSpec, type Law } from './law';

export const OPEN311: Law = {
  name: 'Open311',
  named: 'Open311',
  specs: [lawSpec('open311')],
  rows: [
    {
      what: 'Open, then closed, each service with its expected period',
      shown: ['open until it is answered', 'a service without a period'],
    },
    {
      what: 'Calendar days, or weekdays by a clock from 08:30 to 17:00; outside it the next weekday at 08:30',
      shown: ['calendar days', 'weekdays by a clock'],
    },
  ],
};
