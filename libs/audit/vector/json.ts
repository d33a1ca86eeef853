/** JSON whose whole numbers stay exact: every number arrives as bigint, or as `number` where it is not whole. */
export function parseExact(text: string): unknown {
  return JSON.parse(text, ((_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && context?.source !== undefined && /^-?(0|[1-9]\d*)$/.test(context.source)
      ? BigInt(context.source)
      : value) as (key: string, value: unknown) => unknown);
}
