import type { ExamplesOf } from '../../decider';
import type { attachmentCommands } from './commands';

export const attachmentExamples: ExamplesOf<typeof attachmentCommands> = {
  AttachFile: [
    {
      attachment: '0196a0c1-5d00-7000-8000-0000000000a1',
      name: '暖气管道照片.jpg',
      type: 'image/jpeg',
      size_bytes: 184_320,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
};
