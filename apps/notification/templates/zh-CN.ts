import type { Words } from '.';

export const zhCN: Words = {
  nameless: '您',
  outcome: { fault: '有责任', 'no-fault': '无责任' },
  templates: {
    received: {
      subject: '您的事项已登记（{{case}}）',
      text: '{{name}}，您好：您反映的事项已由{{office}}登记，编号 {{case}}。办理进展会及时告知您。',
    },
    sent: {
      subject: '您的事项已转交办理（{{case}}）',
      text: '{{name}}，您好：您反映的事项（编号 {{case}}）已转交{{office}}办理。',
    },
    acknowledged: {
      subject: '您的事项已收到（{{case}}）',
      text: '{{name}}，您好：{{office}}已收到您反映的事项（编号 {{case}}）。',
    },
    accepted: {
      subject: '您的事项已受理（{{case}}）',
      text: '{{name}}，您好：{{office}}已受理您反映的事项（编号 {{case}}），将在规定期限内答复。',
    },
    extended: {
      subject: '您的事项延长办理期限（{{case}}）',
      text: '{{name}}，您好：您反映的事项（编号 {{case}}），{{office}}延长办理期限 {{days}} 天。理由：{{reasons}}',
    },
    answered: {
      subject: '您的事项已答复（{{case}}）',
      text: '{{name}}，您好：{{office}}已就您反映的事项（编号 {{case}}）作出答复。凭编号可查看答复内容；如有不同意见，可申请复查。',
    },
    closed: {
      subject: '您的事项已办结（{{case}}）',
      text: '{{name}}，您好：您反映的事项（编号 {{case}}）已办结。',
    },
    assigned: {
      subject: '新事项交办（{{case}}）',
      text: '{{name}}：{{office}}将事项 {{case}} 交由贵单位办理，请及时告知、受理并答复。',
    },
    reminded: {
      subject: '催办：{{duty}}（{{case}}）',
      text: '{{name}}：事项 {{case}} 的“{{duty}}”期限为 {{due}}，请按期完成。',
    },
    breached: {
      subject: '逾期：{{duty}}（{{case}}）',
      text: '{{name}}：事项 {{case}} 的“{{duty}}”已于 {{due}} 逾期。',
    },
    'breach-overseen': {
      subject: '逾期：{{office}}，{{duty}}（{{case}}）',
      text: '{{name}}：{{office}}对事项 {{case}} 的“{{duty}}”已于 {{due}} 逾期。',
    },
    supervised: {
      subject: '督办（{{case}}）',
      text: '{{name}}：{{office}}对贵单位办理事项 {{case}} 的情况进行督办，请按期回复。',
    },
    'urgency-reported': {
      subject: '紧急情况报告（{{case}}）',
      text: '{{name}}：{{office}}报告重大、紧急信访事项 {{case}}，请立即签收。',
    },
    advised: {
      subject: '工作建议（{{case}}）',
      text: '{{name}}：{{office}}结合事项 {{case}} 等向贵单位提出建议，请按期书面反馈。',
    },
    'advice-answered': {
      subject: '建议反馈（{{case}}）',
      text: '{{name}}：{{office}}已就事项 {{case}} 相关建议书面反馈。',
    },
    'review-opened': {
      subject: '责任倒查（{{case}}）',
      text: '{{name}}：{{office}}就事项 {{case}} 对贵单位启动责任倒查。事由：{{reasons}} 请陈述意见。',
    },
    'finding-proposed': {
      subject: '责任倒查拟认定：{{outcome}}（{{case}}）',
      text: '{{name}}：事项 {{case}} 的责任倒查拟认定：{{outcome}}。理由：{{reasons}} 认定前不产生后果，可提出异议。',
    },
    'finding-confirmed': {
      subject: '责任倒查认定：{{outcome}}（{{case}}）',
      text: '{{name}}：事项 {{case}} 的责任倒查认定：{{outcome}}。理由：{{reasons}}',
    },
    'finding-disputed': {
      subject: '责任认定异议待决定（{{case}}）',
      text: '{{name}}：{{office}}对事项 {{case}} 的责任倒查认定提出异议，请作出决定；决定前该认定不计入。',
    },
    'finding-revised': {
      subject: '责任认定已变更：{{outcome}}（{{case}}）',
      text: '{{name}}：经异议，事项 {{case}} 的责任倒查认定变更为：{{outcome}}。理由：{{reasons}} 原认定留存备查。',
    },
    'review-referred': {
      subject: '移送纪检：责任倒查（{{case}}）',
      text: '{{name}}：{{office}}将事项 {{case}} 的责任倒查连同证据材料移送贵单位，请签收并反馈办理情况。',
    },
    'referral-answered': {
      subject: '移送办理情况反馈（{{case}}）',
      text: '{{name}}：{{office}}已就事项 {{case}} 的移送反馈办理情况，请查阅。',
    },
    'referral-withdrawn': {
      subject: '移送撤回（{{case}}）',
      text: '{{name}}：事项 {{case}} 对{{office}}的责任认定已经变更为无责，所作移送撤回。',
    },
    'finding-below': {
      subject: '{{office}}责任认定：{{outcome}}（{{case}}）',
      text: '{{name}}：{{office}}办理事项 {{case}} 的责任倒查认定：{{outcome}}。理由：{{reasons}}',
    },
    'review-outcome': {
      subject: '您的事项办理情况核查结果（{{case}}）',
      text: '{{name}}，您好：对{{office}}办理您反映的事项（编号 {{case}}）的情况进行了核查，对该单位的认定为：{{outcome}}。该单位可以提出异议，如有变更会告知您。您的事项照常办理。',
    },
    'review-outcome-revised': {
      subject: '您的事项办理情况核查结果变更（{{case}}）',
      text: '{{name}}，您好：另一单位对{{office}}办理您反映的事项（编号 {{case}}）的情况重新核查，对该单位的认定变更为：{{outcome}}。您的事项照常办理。',
    },
    'remedy-ordered': {
      subject: '责成补救（{{case}}）',
      text: '{{name}}：{{office}}就事项 {{case}} 的责任倒查责成贵单位限期补救，内容和期限见系统。',
    },
    'review-closed': {
      subject: '责任倒查办结（{{case}}）',
      text: '{{name}}：{{office}}已办结事项 {{case}} 的责任倒查，所定措施见系统。',
    },
    'taken-over': {
      subject: '承接{{office}}的工作（{{case}}）',
      text: '{{name}}：{{office}}在事项 {{case}} 的督办或者责任倒查中承担的工作由贵单位承接，期限不变。',
    },
    'rung-withdrawn': {
      subject: '撤回措施：{{rung}}',
      text: '{{name}}：适用“{{rung}}”的依据不再成立，该措施撤回。',
    },
    'rung-reached': {
      subject: '问责措施：{{rung}}',
      text: '{{name}}：贵单位在期间内被认定责任 {{faults}} 次，适用“{{rung}}”。',
    },
  },
};
