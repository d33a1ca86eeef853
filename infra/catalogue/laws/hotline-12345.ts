import { lawSpec, type Law } from './law';

export const HOTLINE_12345: Law = {
  name: '接诉即办 Hotline (12345)',
  named: '接诉即办',
  specs: [lawSpec('hotline-12345')],
  rows: [
    {
      what: 'Every call is an order with time, matter, contact, place, category and the period printed on it',
      shown: ['the period printed on the order', 'an order has', 'runs on days off too'],
    },
    { what: 'The first receiver leads', shown: ['first receiver leads'] },
    {
      what: 'The whistle calls departments in; both sides are assessed',
      shown: ['the whistle', 'both sides are assessed'],
    },
    { what: 'An office may object to a dispatch, a reviewer decides', shown: ['may object to a dispatch'] },
    {
      what: 'Reasons of an extension to the caller and to the hotline',
      shown: ["an extension's reasons go to"],
    },
    { what: 'Callback: response, resolution, satisfaction', shown: ['called back after closing'] },
  ],
};
