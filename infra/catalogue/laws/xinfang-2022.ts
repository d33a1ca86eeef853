import { lawSpec, type Law } from './law';

export const XINFANG_2022: Law = {
  name: '信访工作条例 Regulations on Petition Work (2022)',
  named: '信访工作条例',
  specs: [
    lawSpec('xinfang-2022'),
    lawSpec('xinfang-2022-handling'),
    lawSpec('xinfang-2022-articles'),
    lawSpec('xinfang-2022-accountability'),
    lawSpec('local-options'),
    'apps/api/public/public.spec.ts',
    'libs/reports/read/read-report.spec.ts',
  ],
  rows: [
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
  ],
};
