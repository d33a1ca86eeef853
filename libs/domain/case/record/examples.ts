import type { ExamplesOf } from '../../decider';
import type { recordCommands } from './commands';

export const recordExamples: ExamplesOf<typeof recordCommands> = {
  DisputeRecord: [
    { entry: 0, field: 'channel', says: '我只是来问路，不是上访。' },
    { entry: 0, from: 'office', says: '登记的地点不是问题发生地。' },
  ],
  CorrectRecord: [
    { entry: 0, field: 'title', value: '小区供暖管道漏水', reasons: '标题与来访人所述不符。', dispute: 'd1' },
    { entry: 0, field: 'statement', value: '物业来过一次，没有修好。', reasons: '按本人复述更正。' },
  ],
  ReissueQueryCode: [{ checked: '当面核对身份证原件' }],
  ReadPersonal: [{ entries: [0], reasons: '电话核实供暖情况。' }],
  RejectDispute: [{ dispute: 'd1', reasons: '来访登记有本人签字。' }],
  StrikeRegistration: [{ dispute: 'd1', reasons: '此人仅在门口问路，被误登为来访。' }],
};
