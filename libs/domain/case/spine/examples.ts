import type { ExamplesOf } from '../../decider';
import type { spineCommands } from './commands';

/** Realistic commands: what the catalogue explores, the API's page shows and random sequences are drawn from. */
export const spineExamples: ExamplesOf<typeof spineCommands> = {
  RegisterCase: [
    {
      channel: 'visit',
      category: 'housing',
      title: '小区供暖管道漏水，物业多次推诿',
      place: '和平区南湖街道',
      claims: [{ summary: '尽快修复供暖管道' }, { summary: '退还停暖期间的暖气费' }],
      petitioner: { name: '王小明', phone: '13800000000', address: '南湖街道12号' },
      statement: '已经找了物业三次，没有人来修。',
      receiver: 'petitions',
    },
    {
      channel: 'letter',
      category: 'officials',
      title: '反映住建部门工作人员违规收费',
      place: '和平区',
      claims: [{ kind: 'accusation', summary: '查处违规收费', accuses: ['construction'] }],
      receiver: 'petitions',
    },
    {
      pack: 'hotline-12345',
      channel: 'phone',
      category: 'utilities',
      title: '停水两天无人回应',
      place: '沈河区大西街道',
      claims: [{ summary: '恢复供水' }],
      kind: 'anonymous',
      receiver: 'petitions',
      tier: 'utilities',
    },
    {
      pack: 'hotline-12345',
      channel: 'open311',
      tier: 'ordinary',
      category: 'roads',
      service: 'pothole',
      title: '路面坑洼',
      place: '南湖街道和平大街12号门前',
      longitude: 123.43,
      latitude: 41.8,
      claims: [{ summary: '车行道上有一个大坑。' }],
      kind: 'anonymous',
      serviceRequest: {
        address: '南湖街道和平大街12号门前',
        addressId: '545483',
        mediaUrl: 'https://example.org/pothole.jpg',
        attributes: [{ code: 'where', values: ['carriageway'] }],
        accountId: 'u-17',
        deviceId: 'tt222111',
      },
      receiver: 'petitions',
    },
  ],
  SortCase: [
    {
      routes: [
        { claim: 'c1', route: 'residual' },
        { claim: 'c2', route: 'administrative' },
      ],
    },
    { routes: [{ claim: 'c1', route: 'residual' }], procedure: 'simple' },
    { routes: [{ claim: 'c1', route: 'residual' }], unfit: ['complex'] },
    { routes: [{ claim: 'c1', route: 'accusation' }] },
    { routes: [{ claim: 'c1', route: 'litigation' }] },
  ],
  SendCase: [
    { to: 'housing' },
    { to: 'housing', mode: 'assign', resultWithin_days: 45 },
    { to: 'city', report: '三次协调未果，涉及市级管网，报请市里牵头。' },
  ],
  AcknowledgeCase: [{ how: 'message' }],
  ObjectToCase: [{ reasons: '该小区供暖由市政供热公司负责，不属本单位职责。' }],
  UpholdObjection: [{}],
  RejectObjection: [{ reasons: '三定方案明确由你单位牵头。' }],
  AcceptCase: [{}],
  ExtendAnswer: [{ days: 15, approvedBy: '局长', reasons: '管道需要整体更换，正在招标。' }],
  TellExtension: [{ how: 'phone' }, { how: 'message', to: 'hotline' }],
  AnswerCase: [
    {
      outcomes: [
        { claim: 'c1', outcome: 'supported', text: '管道已于三月十日修复。', done: true },
        { claim: 'c2', outcome: 'partly-supported', text: '退还停暖十二天的费用。', done: true },
      ],
      basis: '《城市供热条例》第二十六条',
    },
    {
      outcomes: [
        { claim: 'c1', outcome: 'supported', text: '更换整段管道。', carryOutBy: '2027-12-01' },
        { claim: 'c2', outcome: 'not-supported', text: '暖气费依合同计收。' },
      ],
      basis: '《城市供热条例》第二十六条',
      told: false,
    },
    {
      outcomes: [{ claim: 'c1', outcome: 'supported', text: '已恢复供水。', done: true }],
      basis: '《城市供水条例》第二十二条',
    },
  ],
  ReportClosing: [{ text: '管道已更换，暖气费已退还，信访人已签收答复意见书。' }],
  ReportStage: [{ reasons: '管道须整段更换，招标未完成。', text: '已完成勘查和设计。' }],
  CloseCase: [{}],
  DetermineHandler: [{ to: 'housing', reasons: '管道属于住宅共用设施，由住建部门牵头。' }],
  PassOnCase: [{}],
  ReopenCase: [{ reasons: '修复后第三天再次漏水。' }, { reasons: '发现新的漏点。', newFacts: true }],
  RemindOffice: [{ dutyId: 'answer:0196a0c1-5d00-7000-8000-000000000001' }],
  RecordBreach: [{ dutyId: 'answer:0196a0c1-5d00-7000-8000-000000000001' }],
  RecomputeDuties: [{}],
};
