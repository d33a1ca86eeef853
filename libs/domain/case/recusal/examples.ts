import type { ExamplesOf } from '../../decider';
import type { recusalCommands } from './commands';

export const recusalExamples: ExamplesOf<typeof recusalCommands> = {
  AccuseOffice: [
    { office: 'housing', claim: 'c1' },
    { office: 'petitions', receiver: 'city-petitions' },
  ],
  AskRecusal: [
    { office: 'housing', reasons: '该局局长是物业公司负责人的亲属。' },
    { official: 'li.wei', reasons: '经办人是邻居。' },
  ],
  GrantRecusal: [{ reasons: '利害关系属实。' }],
  RefuseRecusal: [{ reasons: '经核实不存在利害关系。' }],
  RecuseStaff: [{ official: 'li.wei', reasons: '经办人与信访人有亲属关系。' }],
};
