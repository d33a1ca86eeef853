import type { ExamplesOf } from '../../decider';
import type { agreementCommands } from './commands';

export const agreementExamples: ExamplesOf<typeof agreementCommands> = {
  MakeAgreement: [
    {
      text: '供热公司分两期退还暖气费，并更换管道。',
      instalments: [
        { what: '退还一半暖气费', dueOn: '2027-06-30', amount_yuan: 600 },
        { what: '退还余款并完成更换', dueOn: '2027-12-31', amount_yuan: 600 },
      ],
    },
  ],
  KeepInstalment: [
    { instalment: 'a1.1', text: '六百元已到账，附回单。' },
    { instalment: 'a1.2', text: '余款已到账，管道已更换。' },
  ],
};
