import type { Verdict } from '../../../decider';
import type { Spine } from '../../spine/state';

/** A case is merged into one that is being handled: what was closed is reopened first, with its file. */
export function aLeadCaseIsOpen(lead: Spine | undefined): Verdict {
  switch (lead?.status) {
    case undefined:
    case 'unregistered':
      return undefined;
    case 'closed':
      return { code: 'lead-closed' };
    case 'merged':
    case 'closed-with-lead':
      return { code: 'lead-merged', facts: { lead: lead.lead } };
    case 'struck':
      return { code: 'lead-struck' };
    // Every other status is one of being handled.
    default:
      return undefined;
  }
}
