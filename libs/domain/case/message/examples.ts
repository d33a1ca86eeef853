import type { ExamplesOf } from '../../decider';
import type { messageCommands } from './commands';

export const messageExamples: ExamplesOf<typeof messageCommands> = {
  AddMessage: [
    {
      text: '昨晚下雨后坑更大了。',
      mediaUrl: 'https://example.org/pothole-2.jpg',
      saidStatus: 'open',
      sender: { name: '王小明', email: 'wang@example.org', phone: '13800000000', accountId: 'u-17' },
    },
  ],
};
