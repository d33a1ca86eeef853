import { contractOf, isMessageType, type DataOf, type KnownMessage, type MessageType } from './topics';

/** The data is not what its contract says. Names the places, never the values. */
export class ContractViolation extends Error {
  readonly code = 'contract-violation';
  constructor(
    readonly type: string,
    readonly places: readonly string[],
  ) {
    super(`${type} does not keep its contract at ${places.join(', ')}`);
  }
}

/**
 * A message to switch over, without fields that this version does not know; undefined for a type that it does not know,
 * so that a newer publisher does not stop an older subscriber. Throws ContractViolation.
 */
export function readMessage(message: { type: string; data: unknown }): KnownMessage | undefined {
  const { type, data } = message;
  if (!isMessageType(type)) return undefined;
  return { type, data: checked(type, data) } as KnownMessage;
}

/** What may leave: the data cut down to the contract's fields. Throws ContractViolation. */
export function checked<T extends MessageType>(type: T, data: unknown): DataOf<T> {
  const result = contractOf(type).data.safeParse(data);
  if (result.success) return result.data as DataOf<T>;
  throw new ContractViolation(
    type,
    result.error.issues.map(({ path }) => `/${path.join('/')}`),
  );
}
