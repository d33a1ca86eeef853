import type { SupervisionRules } from '../supervision';

/**
 * When the record itself calls for supervision; what needs judgement is ordered by hand. Numbers are local settings from
 * practice: they count matters and what offices did with them, never who brings them.
 */
export const supervision: SupervisionRules = {
  triggers: [
    {
      id: 'third-pass',
      trigger: 'passing-on',
      name: { zh: '第三次推诿', en: 'Passed on for the third time' },
      source: {
        zh: '本地设定：三次推诿即督办（《信访工作条例》第四十条）',
        en: 'Local setting: at the third time it is passed on (Regulations on Petition Work, Art. 40)',
      },
      on: [
        { event: 'ObjectionUpheld', office: 'from' },
        { event: 'ObjectionRejected', office: 'office' },
        // What came back twice goes no third round: it is for the common superior (Art. 24).
        { event: 'DeadlockReferred' },
      ],
      atLeast: 3,
      again: true,
    },
    {
      id: 'matter-repeated',
      trigger: 'repeats',
      name: { zh: '重复信访三次以上', en: 'The matter came again three times' },
      source: { zh: '本地设定：同一事项重复三次即督办', en: 'Local setting: at three repeats of the matter' },
      on: [{ event: 'RepeatCounted', amount: 'repeats' }],
      atLeast: 3,
      again: true,
    },
    {
      id: 'many-signatories',
      trigger: 'joint-letter',
      name: { zh: '五人以上联名', en: 'Signed by five or more' },
      source: { zh: '本地设定：五人以上联名即督办', en: 'Local setting: from five signatories' },
      on: [
        { event: 'CaseRegistered', where: { kind: 'joint' }, amount: 'persons' },
        { event: 'RepeatCounted', amount: 'signatories' },
      ],
      atLeast: 5,
      again: false,
    },
    {
      id: 'advice-refused',
      trigger: 'refused-opinion',
      name: { zh: '不采纳信访部门的建议', en: 'Advice of the petition department refused' },
      source: {
        zh: '本地设定：不采纳建议即督办（《信访工作条例》第四十条）',
        en: 'Local setting: as soon as advice is refused (Regulations on Petition Work, Art. 40)',
      },
      on: [{ event: 'AdviceRefused', office: 'office' }],
      atLeast: 1,
      again: false,
    },
  ],
  checklist: [
    { id: 'investigated', name: { zh: '是否调查核实', en: 'Was it looked into?' } },
    { id: 'corrected', name: { zh: '是否纠正问题', en: 'Was what was wrong put right?' } },
    { id: 'solved', name: { zh: '是否化解', en: 'Is it solved?' } },
    { id: 'duty-done', name: { zh: '职责是否履行到位', en: 'Was the duty done?' } },
    {
      id: 'responsibility',
      name: { zh: '是否追责或说明理由', en: 'Was responsibility pursued, or why not?' },
    },
  ],
};
