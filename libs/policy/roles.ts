import type { Roles } from './duty';
import { OFFICE_REPLACED, textField, type Data } from './matching';

const replaced = (roles: Roles, data: Data): Roles =>
  Object.fromEntries(
    Object.entries(roles).map(([role, office]) => [
      role,
      office === data['from'] ? textField(data, 'to') : office,
    ]),
  );

/** Which office has which role after a fact; the events and fields are those of the case, review and advice streams. */
export function rolesAfter(roles: Roles, type: string, data: Data): Roles {
  const by = textField(data, 'by');
  switch (type) {
    case 'CaseRegistered': {
      const receiver = textField(data, 'receiver');
      return { ...roles, receiver, 'petition-department': receiver };
    }
    case 'FundOpened':
    case 'LedgerOpened': {
      const office = textField(data, 'office');
      return { receiver: office, 'petition-department': office };
    }
    case 'CaseSorted':
      return by === roles['petition-department'] ? roles : { ...roles, 'petition-department': by };
    case 'CaseSent':
      return { ...roles, 'petition-department': by, handler: textField(data, 'to') };
    case 'ObjectionUpheld':
      return { ...roles, 'petition-department': by, handler: undefined };
    case 'CaseTakenBack':
      return { ...roles, 'petition-department': by, handler: undefined };
    case OFFICE_REPLACED:
      return replaced(roles, data);
    case 'ReviewOpened':
      return { ...roles, reviewer: by };
    case 'AdviceGiven':
      return { ...roles, 'petition-department': textField(data, 'adviser') };
    // Every other event leaves the offices where they are: the log holds types of all ages and aggregates.
    default:
      return roles;
  }
}
