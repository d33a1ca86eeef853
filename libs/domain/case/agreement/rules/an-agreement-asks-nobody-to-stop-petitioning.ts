import type { Verdict } from '../../../decider';

/** 不再信访, 放弃复查, 息诉罢访, … */
const GIVES_UP =
  /(不再|放弃|停止|不得|保证不)[^，。；]{0,8}(信访|上访|走访|申诉|投诉|复查|复核|诉讼)|息诉|罢访|息访/u;

/** An agreement never asks anyone to give up the right to petition (Art. 17). */
export function anAgreementAsksNobodyToStopPetitioning(texts: readonly string[]): Verdict {
  const found = texts.map((text) => GIVES_UP.exec(text)?.[0]).find((words) => words !== undefined);
  return found === undefined ? undefined : { code: 'gives-up-petitioning', facts: { words: found } };
}
