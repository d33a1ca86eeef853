import { packIndex } from './matching';
import type { PolicyPack } from './pack';

/** Whether an event of this type can change any duty of the pack: false means that nothing need be computed anew. */
export const heeds = (pack: PolicyPack, eventType: string): boolean => packIndex(pack).names.has(eventType);
