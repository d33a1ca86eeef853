import type { Words } from '.';

export const en: Words = {
  nameless: 'Sir or Madam',
  outcome: { fault: 'fault', 'no-fault': 'no fault' },
  templates: {
    received: {
      subject: 'Your case was registered ({{case}})',
      text: 'Dear {{name}}, {{office}} registered your case under number {{case}}. You will be told how it goes on.',
    },
    sent: {
      subject: 'Your case was passed on ({{case}})',
      text: 'Dear {{name}}, your case {{case}} was sent to {{office}}, which will handle it.',
    },
    acknowledged: {
      subject: 'Your case arrived ({{case}})',
      text: 'Dear {{name}}, {{office}} has received your case {{case}}.',
    },
    accepted: {
      subject: 'Your case was accepted ({{case}})',
      text: 'Dear {{name}}, {{office}} accepted your case {{case}} and will answer within the period set by law.',
    },
    extended: {
      subject: 'The answer to your case is extended ({{case}})',
      text: 'Dear {{name}}, {{office}} needs {{days}} more days for your case {{case}}. Reasons: {{reasons}}',
    },
    answered: {
      subject: 'Your case was answered ({{case}})',
      text: 'Dear {{name}}, {{office}} answered your case {{case}}. You can read the answer with the number of the case; if you disagree, you can ask for a review.',
    },
    closed: {
      subject: 'Your case was closed ({{case}})',
      text: 'Dear {{name}}, your case {{case}} was closed.',
    },
    assigned: {
      subject: 'A case for you ({{case}})',
      text: '{{name}}: {{office}} sent you case {{case}}. Please acknowledge, accept and answer it in time.',
    },
    reminded: {
      subject: 'Reminder: {{duty}} ({{case}})',
      text: '{{name}}: the duty "{{duty}}" on case {{case}} is due on {{due}}.',
    },
    breached: {
      subject: 'Overdue: {{duty}} ({{case}})',
      text: '{{name}}: the duty "{{duty}}" on case {{case}} was due on {{due}} and has been missed.',
    },
    'breach-overseen': {
      subject: 'Overdue: {{office}}, {{duty}} ({{case}})',
      text: '{{name}}: {{office}} missed the duty "{{duty}}" on case {{case}}, due on {{due}}.',
    },
    supervised: {
      subject: 'Supervision order ({{case}})',
      text: '{{name}}: {{office}} supervises how you handle case {{case}}. Please reply in time.',
    },
    'urgency-reported': {
      subject: 'Urgent matter ({{case}})',
      text: '{{name}}: {{office}} has told you of a grave or urgent matter, case {{case}}. Please acknowledge it at once.',
    },
    advised: {
      subject: 'Advice ({{case}})',
      text: '{{name}}: {{office}} advises your office, among others because of case {{case}}. Please answer in writing and in time.',
    },
    'advice-answered': {
      subject: 'Answer to your advice ({{case}})',
      text: '{{name}}: {{office}} has answered your advice about case {{case}}.',
    },
    'review-opened': {
      subject: 'Accountability review ({{case}})',
      text: '{{name}}: {{office}} opened a review of how you handled case {{case}}: {{reasons}} Please state your side.',
    },
    'finding-proposed': {
      subject: 'Proposed finding: {{outcome}} ({{case}})',
      text: '{{name}}: proposed finding of the review on case {{case}}: {{outcome}}. Reasons: {{reasons}} It counts for nothing until it is confirmed, and you can dispute it.',
    },
    'finding-confirmed': {
      subject: 'Finding: {{outcome}} ({{case}})',
      text: '{{name}}: finding of the review on case {{case}}: {{outcome}}. Reasons: {{reasons}}',
    },
    'finding-disputed': {
      subject: 'A disputed finding for you to decide ({{case}})',
      text: '{{name}}: {{office}} disputes the finding of the review on case {{case}}. Please decide; until then it counts for nothing.',
    },
    'finding-revised': {
      subject: 'Finding changed: {{outcome}} ({{case}})',
      text: '{{name}}: the finding of the review on case {{case}} was changed on your dispute: {{outcome}}. Reasons: {{reasons}} What stood before stays on record.',
    },
    'review-referred': {
      subject: 'A review was referred to you ({{case}})',
      text: '{{name}}: {{office}} refers its accountability review on case {{case}} to you, with the evidence. Please say that you have received it, and what becomes of it.',
    },
    'referral-answered': {
      subject: 'Answer to your referral ({{case}})',
      text: '{{name}}: {{office}} has said what becomes of your referral of the review on case {{case}}.',
    },
    'referral-withdrawn': {
      subject: 'Referral withdrawn ({{case}})',
      text: '{{name}}: the fault of {{office}} in the review on case {{case}} was taken back; the referral that rested on it is withdrawn.',
    },
    'finding-below': {
      subject: 'Finding on {{office}}: {{outcome}} ({{case}})',
      text: '{{name}}: finding of the review on how {{office}} handled case {{case}}: {{outcome}}. Reasons: {{reasons}}',
    },
    'review-outcome': {
      subject: 'How your case was handled ({{case}})',
      text: 'Dear {{name}}, it was looked into how {{office}} handled your case {{case}}. Result for the office: {{outcome}}. The office can object to it; you will be told if it changes. Your case itself goes on as before.',
    },
    'review-outcome-revised': {
      subject: 'How your case was handled: the result changed ({{case}})',
      text: 'Dear {{name}}, another office has looked again into how {{office}} handled your case {{case}}. Result for the office now: {{outcome}}. Your case itself goes on as before.',
    },
    'remedy-ordered': {
      subject: 'A remedy is asked of you ({{case}})',
      text: '{{name}}: {{office}} asks your office to put something right after the review on case {{case}}. The system shows what, and by when.',
    },
    'review-closed': {
      subject: 'Review closed ({{case}})',
      text: '{{name}}: {{office}} has closed the review on case {{case}}. The system shows the measures.',
    },
    'taken-over': {
      subject: 'You have taken over from {{office}} ({{case}})',
      text: "{{name}}: what {{office}} had in the supervision or the review on case {{case}} is your office's now. The dates stay.",
    },
    'rung-withdrawn': {
      subject: 'Measure withdrawn: {{rung}}',
      text: '{{name}}: what led to "{{rung}}" no longer counts; the measure is withdrawn.',
    },
    'rung-reached': {
      subject: 'Measure: {{rung}}',
      text: '{{name}}: with {{faults}} confirmed faults inside the period, "{{rung}}" applies to your office.',
    },
  },
};
