import { unreachable } from '@huiyin/kernel';
import type { AttachmentEvent } from './events';

export interface AttachmentState {
  status: 'none' | 'some';
  files: number;
}

export const noAttachments: AttachmentState = { status: 'none', files: 0 };

export function evolveAttachments({ files }: AttachmentState, event: AttachmentEvent): AttachmentState {
  switch (event.type) {
    case 'FileAttached':
      return { status: 'some', files: files + 1 };
    default:
      return unreachable(event.type);
  }
}
