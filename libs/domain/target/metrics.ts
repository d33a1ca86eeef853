/**
 * What may be a target: numbers on how an office does its duties, each with the way in which it does better. Inflow,
 * visits, repeats and reviews asked for are demand: there is no target for what people bring.
 */
export const TARGET_METRICS = {
  'closure-rate': 'at-least',
  'handled-closure-rate': 'at-least',
  'assigned-closure-rate': 'at-least',
  'response-rate': 'at-least',
  'resolution-rate': 'at-least',
  'callback-satisfaction': 'at-least',
  'satisfaction-handling-office': 'at-least',
  'satisfaction-petition-department': 'at-least',
  'on-time-sorting': 'at-least',
  'on-time-acknowledgement': 'at-least',
  'on-time-acceptance': 'at-least',
  'on-time-answer': 'at-least',
  'on-time-closing-report': 'at-least',
  'on-time-review': 'at-least',
  'promises-kept': 'at-least',
  'supervision-feedback': 'at-least',
  'duties-on-time': 'at-least',
  'days-to-acknowledge': 'at-most',
  'days-to-accept': 'at-most',
  'days-to-answer': 'at-most',
  'days-to-close': 'at-most',
  'extension-rate': 'at-most',
  overdue: 'at-most',
  breaches: 'at-most',
} as const satisfies Readonly<Record<string, 'at-least' | 'at-most'>>;

export type TargetMetric = keyof typeof TARGET_METRICS;
export const isTargetMetric = (metric: string): metric is TargetMetric =>
  Object.hasOwn(TARGET_METRICS, metric);
