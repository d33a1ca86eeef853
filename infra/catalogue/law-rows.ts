/** What a rule of a law asks for, and the tests that name the rule and show it. */
export interface LawRow {
  /** `第三十四条`; a law without articles is named by itself. */
  article?: string;
  what: string;
  /** Parts of titles, each of a test that names the article. */
  shown: readonly string[];
}

export interface Law {
  name: string;
  /** What a test of a row without an article names. */
  named: string;
  /** Specs in which the tests are. */
  specs: readonly string[];
  rows: readonly LawRow[];
}

const of2022: readonly LawRow[] = [
  {
    article: '第十七条',
    what: 'A petition comes online, by letter, phone, fax or visit; nobody gives up the right to petition',
    shown: ['a petition comes by', 'nobody is asked to give up petitioning'],
  },
  {
    article: '第十八条',
    what: 'Channels, and how to ask for progress, are made known; who only asked the way is struck on their own word',
    shown: ['an office publishes its channels', 'who only asked the way is struck'],
  },
  {
    article: '第十九条',
    what: 'Recorded truthfully, an oral petition in its own words; the same matter is linked, not accepted anew',
    shown: ['an oral petition is recorded', 'the same matter is linked'],
  },
  {
    article: '第二十条',
    what: 'A joint visit names at most 5 representatives',
    shown: ['at most 5 representatives', 'five may come'],
  },
  {
    article: '第二十一条',
    what: 'All channels into one register; the petitioner asks for progress, and rates',
    shown: ['sees where the matter stands', 'the petitioner rates'],
  },
  {
    article: '第二十二条',
    what: 'Registered and sorted in 15 d from receipt; referred, or assigned with a period, a result and a closing report',
    shown: [
      'registered and sorted in 15 d',
      'from receipt, not from registration',
      'owes a closing report by the set period',
      'closed only after its closing report',
    ],
  },
  {
    article: '第二十三条',
    what: 'The office tells the petitioner in 15 d, on the spot where possible; not whom it cannot reach',
    shown: ['told in 15 d from receipt', 'on the spot', 'whoever cannot be reached'],
  },
  {
    article: '第二十三条',
    what: 'Misdirected: objected to with reasons in 5 working days; goes back only after the referrer agrees',
    shown: [
      'objected to in 5 working days',
      'an objection comes with reasons',
      'too late to object',
      'only after the referrer agrees',
    ],
  },
  {
    article: '第二十四条',
    what: 'Several offices agree, else the common superior decides; a successor answers for an office that is gone',
    shown: [
      'offices agree among themselves',
      'asks the other',
      'they agree',
      'they do not agree',
      'split, merged or abolished',
    ],
  },
  {
    article: '第二十五条',
    what: 'Grave or urgent: reported at once to the own level, and up level by level, each acknowledged',
    shown: ['reported at once', 'acknowledged by the level above'],
  },
  { article: '第二十八条', what: 'Staff with a direct interest recuse', shown: ['direct interest recuse'] },
  {
    article: '第三十条',
    what: 'An accusation never reaches the accused',
    shown: ['an accusation never reaches the accused'],
  },
  {
    article: '第三十条',
    what: 'Suggestions (Art. 29) and accusations take their own way',
    shown: ['a %s takes its own'],
  },
  {
    article: '第三十一条',
    what: 'Claims take one of six routes; what belongs before a court goes out with directions; a hearing is announced',
    shown: ['one of six routes', 'goes out with directions', 'a hearing is announced'],
  },
  {
    article: '第三十二条',
    what: 'The opinion answers every claim and states its basis; what is supported is carried out',
    shown: [
      'answers every claim',
      'states its legal basis',
      'carried out before it is closed',
      'carried out by the day named',
    ],
  },
  {
    article: '第三十三条',
    what: 'Mediation and settlement by consent end in an agreement',
    shown: ['a mediation by consent ends in an agreement'],
  },
  {
    article: '第三十四条',
    what: 'Closed in 60 d of acceptance; extended once by at most 30 d, approved by the head, reasons told',
    shown: [
      'closed in 60 d of acceptance',
      'extended by 30 d',
      'never by more than 30 d',
      'extended once',
      'told the reasons of an extension',
      "approved by the office's head",
      'of at most 30 days',
      'run out is not extended',
    ],
  },
  {
    article: '第三十五条',
    what: 'Review: asked in 30 d of the next level above, answered in 30 d; an answer set aside is not repeated',
    shown: ['asked within 30 d of the opinion', 'answered in 30 d from receipt', 'is not given again'],
  },
  {
    article: '第三十六条',
    what: 'Re-review: 30 and 30 d; a hearing is not counted, the only pause; afterwards it is final',
    shown: [
      'a re-review is asked within 30 d',
      'time of a hearing is not counted',
      'the only pause',
      'not accepted again',
    ],
  },
  {
    article: '第三十七条',
    what: 'Help in hardship, and care after closing',
    shown: ['relief is asked for in a case', 'no more than the fund has', 'looked after once it is closed'],
  },
  {
    article: '第三十九条',
    what: 'Yearly assessment by the level above; the ladder 约谈 → 通报 → 挂牌督办 → 责令限期整改',
    shown: ['is owed each year by the level above', 'of a year that is over', 'the ladder is'],
  },
  {
    article: '第四十条',
    what: 'Supervision for six causes, answered in writing',
    shown: ['is a cause', 'written feedback on a supervision order', 'who ordered it closes it'],
  },
  {
    article: '第四十条',
    what: 'Three kinds of advice, answered in writing',
    shown: ['three kinds of advice', 'advice is answered in writing'],
  },
  {
    article: '第四十一条',
    what: 'Yearly report: statistics, fields, offices most complained of, referral, assignment, supervision, advice',
    shown: ['fields, offices most complained of', 'advice made and adopted'],
  },
  {
    article: '第四十三条',
    what: 'Failings of the petition department',
    shown: ['信访部门未登记', '信访部门未督办'],
  },
  {
    article: '第四十四条',
    what: 'Failings of the accepting office',
    shown: ['受理单位拒不受理', '受理单位未按期告知'],
  },
  {
    article: '第四十五条',
    what: 'Failings of the handling office',
    shown: ['办理单位推诿', '办理单位敷衍', '办理单位逾期', '办理单位弄虚作假'],
  },
  {
    article: '第四十六条',
    what: 'Failings of anybody: rude, leaking, hiding, retaliating',
    shown: ['简单粗暴', '泄露检举控告材料', '隐瞒紧急信息', '打击报复信访人', 'a failing of no kind'],
  },
  {
    article: '第五十条',
    what: 'In force from 2022-05-01: what was received before keeps its regulations',
    shown: ['received before 2022-05-01'],
  },
];

const of2005: readonly LawRow[] = [
  { article: '第二十一条', what: 'Sorted and sent in 15 d', shown: ['sorted and sent in 15 d'] },
  {
    article: '第二十二条',
    what: 'Acceptance decided, and told, in 15 d',
    shown: ['whether it is accepted is decided in 15 d', 'told in writing in 15 d'],
  },
  {
    article: '第三十三条',
    what: 'Closed in 60 d, extended by at most 30 d, on every route',
    shown: ['closed in 60 d', 'by at most 30 d'],
  },
  { article: '第三十四条', what: 'Review: 30 and 30 d', shown: ['a review is asked in 30 d'] },
  { article: '第三十五条', what: 'Re-review: 30 and 30 d', shown: ['so is a re-review'] },
  {
    article: '第三十六条',
    what: 'Advice and orders answered in 30 d, a refusal with its reasons',
    shown: ['advice and orders are answered in 30 d', 'gives its reasons'],
  },
  { what: 'No 5-day objection; old cases keep it', shown: ['knows no 5-day objection', 'old cases keep it'] },
];

const simple: readonly LawRow[] = [
  {
    what: 'Accepted in 3 working days, opinion in 10 from acceptance, 1 per forwarding level',
    shown: ['accepted in 3 working days', 'opinion in 10 working days', '1 working day per forwarding level'],
  },
  { what: 'Notice by phone or message', shown: ['notice by %s is allowed'] },
  {
    what: 'First petitions that are clear; not assigned, likely refused, with a statutory route, of several offices, joint, complex',
    shown: [
      'for first petitions',
      'not for: %s',
      'a statutory route',
      'not for joint matters',
      'not for assigned',
    ],
  },
];

const beijing: readonly LawRow[] = [
  {
    what: 'Off by default',
    shown: ['are off in every bundled pack', 'only where the pack has switched them on'],
  },
  {
    what: 'The petitioner may ask for a recusal',
    shown: ['decided by nobody in time where the option is off'],
  },
  { what: 'The reply names its remedy and the period', shown: ['only where the pack asks for it'] },
  {
    what: 'Late on an assigned matter: reasons and a stage report',
    shown: ['within 5 working days (local setting)', 'and on no other matter'],
  },
  {
    what: 'A review upholds, revokes, changes or orders a redo; a redo does not repeat the answer',
    shown: ['a review ends in: %s', 'not where a pack lists its options without it'],
  },
  {
    what: 'Whoever refuses advice gives the reasons in 3 working days',
    shown: ['the reasons are owed within 3 working days'],
  },
];

const hotline: readonly LawRow[] = [
  {
    what: 'Every call is an order with time, matter, contact, place, category and the period printed on it',
    shown: ['the period printed on the order', 'an order has', 'runs on days off too'],
  },
  { what: 'The first receiver leads', shown: ['first receiver leads'] },
  {
    what: 'The whistle calls departments in; both sides are assessed',
    shown: ['the whistle', 'both sides are assessed'],
  },
  { what: 'An office may object to a dispatch, a reviewer decides', shown: ['may object to a dispatch'] },
  {
    what: 'Reasons of an extension to the caller and to the hotline',
    shown: ["an extension's reasons go to"],
  },
  { what: 'Callback: response, resolution, satisfaction', shown: ['called back after closing'] },
];

const open311: readonly LawRow[] = [
  {
    what: 'Open, then closed, each service with its expected period',
    shown: ['open until it is answered', 'a service without a period'],
  },
  {
    what: 'Calendar days, or weekdays by a clock from 08:30 to 17:00; outside it the next weekday at 08:30',
    shown: ['calendar days', 'weekdays by a clock'],
  },
];

const clocks: readonly LawRow[] = [
  {
    what: 'First and last day as the pack says, recorded on every deadline',
    shown: ['last day %s, first day %s'],
  },
  { what: "The State Council's days off and make-up days", shown: ['days off and make-up days'] },
  {
    what: 'A year without data is provisional',
    shown: ['a year without data', 'that leans on it provisional, and no other'],
  },
  {
    what: 'A notice changes dates already running, visibly, and the old date stays on record',
    shown: [
      'has its old date on record',
      'each case keeps the old date on record',
      'both dates are explained',
    ],
  },
  { what: 'A deadline never falls before its start', shown: ['a deadline never falls before its start'] },
  {
    what: 'Pausing, then resuming moves a deadline by exactly the pause',
    shown: ['in hours moves by exactly the pause', 'leaves as many days as were left, day by day'],
  },
  { what: 'The order of unrelated events does not matter', shown: ['the order of unrelated events'] },
  {
    what: 'Recomputed under the same versions it is the same date',
    shown: ['recomputing under the same versions'],
  },
  { what: 'Every duty is explained in Chinese and in English', shown: ['is explained in both languages'] },
];

const law = (name: string): string => `test/law/${name}.spec.ts`;

export const LAWS: readonly Law[] = [
  {
    name: '信访工作条例 Regulations on Petition Work (2022)',
    named: '信访工作条例',
    specs: [
      law('xinfang-2022'),
      law('xinfang-2022-handling'),
      law('xinfang-2022-articles'),
      law('xinfang-2022-accountability'),
      law('local-options'),
      'apps/api/public/public.spec.ts',
      'libs/reports/read/read-report.spec.ts',
    ],
    rows: of2022,
  },
  {
    name: '信访条例 Regulations on Letters and Visits (2005)',
    named: '信访条例',
    specs: [law('xinfang-2005')],
    rows: of2005,
  },
  {
    name: '信访事项简易办理办法（试行） Simple procedure (2016 trial)',
    named: '简易办理',
    specs: [law('simple-procedure')],
    rows: simple,
  },
  {
    name: '北京市信访条例 Local options (Beijing 2006)',
    named: '2006',
    specs: [law('local-options'), law('settings')],
    rows: beijing,
  },
  { name: '接诉即办 Hotline (12345)', named: '接诉即办', specs: [law('hotline-12345')], rows: hotline },
  { name: 'Open311', named: 'Open311', specs: [law('open311')], rows: open311 },
  {
    name: '时限与日历 Clocks and calendars',
    named: '',
    specs: [
      law('settings'),
      law('calendars'),
      'libs/policy/properties.spec.ts',
      'libs/policy/clocks.properties.spec.ts',
      'apps/escalation/recompute.spec.ts',
    ],
    rows: clocks,
  },
];
