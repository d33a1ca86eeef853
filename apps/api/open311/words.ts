import type { OfficeName, RequestUpdate } from '@huiyin/read-models';
import { inLanguage, type Language } from '../problems/language';

interface Words {
  zh: string;
  en: string;
}

/** What the public is told of each step; an office's or a person's own words come after it. */
const STEPS: Readonly<Record<string, (by: OfficeName, to: OfficeName) => Words>> = {
  CaseSent: (by, to) =>
    by.zh === to.zh
      ? { zh: `由${by.zh}直接办理。`, en: `${by.en} handles it itself.` }
      : { zh: `已由${by.zh}转${to.zh}办理。`, en: `Sent by ${by.en} to ${to.en}.` },
  CaseAccepted: (by) => ({ zh: `${by.zh}已受理。`, en: `Accepted by ${by.en}.` }),
  AnswerExtended: (by) => ({
    zh: `${by.zh}已延长办理期限。`,
    en: `${by.en} needs more time; the period is extended.`,
  }),
  CaseAnswered: (by) => ({ zh: `${by.zh}已答复。`, en: `Answered by ${by.en}.` }),
  CaseClosed: (by) => ({ zh: `${by.zh}已办结。`, en: `Closed by ${by.en}.` }),
  CaseMerged: (by) => ({
    zh: `${by.zh}将其与同一事项并案办理。`,
    en: `${by.en} handles it together with another request about the same matter.`,
  }),
  CaseSplit: (by) => ({ zh: `${by.zh}将其分出单独办理。`, en: `${by.en} handles it by itself again.` }),
  LeadOutcomeTold: (by) => ({
    zh: `${by.zh}已告知并案办理结果。`,
    en: `${by.en} closed it with the other request about the same matter.`,
  }),
  CaseReopened: (by) => ({ zh: `${by.zh}已重新办理。`, en: `Opened again by ${by.en}.` }),
};

const nobody: OfficeName = { zh: '', en: '' };

/** Of an office that is not in the directory, the id. */
export const officeName = (offices: ReadonlyMap<string, OfficeName>, id: string): OfficeName =>
  offices.get(id) ?? { zh: id, en: id };

/** The description of an update. */
export function wordsOf(
  { type, by, to, text }: RequestUpdate,
  offices: ReadonlyMap<string, OfficeName>,
  language: Language,
): string {
  const name = (id: string | null | undefined): OfficeName => (id ? officeName(offices, id) : nobody);
  const step = STEPS[type]?.(name(by), name(to));
  return [step && inLanguage(step, language), text].filter((part) => part !== undefined).join('\n');
}
