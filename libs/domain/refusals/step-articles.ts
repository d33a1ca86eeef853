import type { CaseCommand } from '../case/commands';
import type { Decision, Refusal } from '../decider';

const of = (article: string) => `信访工作条例 第${article}条` as const;
const BEIJING = '北京市信访条例（2006）';
const OWN = undefined;

/** The article that puts a step of a case in its place; a step of Huiyin's own has none. */
const STEP_ARTICLES: Readonly<Record<CaseCommand['type'], string | undefined>> = {
  RegisterCase: of('十九'),
  SortCase: of('二十二'),
  SendCase: of('二十二'),
  AcknowledgeCase: of('二十三'),
  ObjectToCase: of('二十三'),
  UpholdObjection: of('二十三'),
  RejectObjection: of('二十三'),
  AcceptCase: of('二十三'),
  ExtendAnswer: of('三十四'),
  TellExtension: of('三十四'),
  AnswerCase: of('三十二'),
  ReportClosing: of('二十二'),
  ReportStage: BEIJING,
  CloseCase: of('三十四'),
  ReopenCase: of('十九'),
  DetermineHandler: of('二十四'),
  OfferHandling: of('二十四'),
  TakeHandling: of('二十四'),
  DeclineHandling: of('二十四'),
  ReferDispute: of('二十四'),
  CallHelp: of('二十四'),
  GiveHelp: of('二十四'),
  AssessHelp: of('二十四'),
  DirectClaims: of('三十一'),
  LinkCase: of('十九'),
  MergeCase: of('十九'),
  TellLeadOutcome: of('十九'),
  SplitCase: of('十九'),
  AccuseOffice: of('三十'),
  AskRecusal: BEIJING,
  GrantRecusal: BEIJING,
  RefuseRecusal: BEIJING,
  RecuseStaff: of('二十八'),
  DeliverAnswer: of('三十二'),
  CarryOutClaim: of('三十二'),
  MakeAgreement: of('三十三'),
  KeepInstalment: of('三十三'),
  BeginMediation: of('三十三'),
  EndMediation: of('三十三'),
  AnnounceHearing: of('三十一'),
  BeginHearing: of('三十一'),
  EndHearing: of('三十一'),
  AskReview: of('三十五'),
  DecideReview: of('三十五'),
  AskReReview: of('三十六'),
  DecideReReview: of('三十六'),
  IssueFinalPaper: of('三十六'),
  RateCase: of('二十一'),
  RecordReturnVisit: of('三十七'),
  StrikeRegistration: of('十八'),
  FindUrgency: of('二十五'),
  ReportUrgent: of('二十五'),
  ReportUp: of('二十五'),
  AcknowledgeReport: of('二十五'),
  FollowUpUrgency: of('二十五'),
  AddMessage: OWN,
  ArchiveCase: OWN,
  AttachFile: OWN,
  CompleteInstruction: OWN,
  CorrectRecord: OWN,
  CountRepeat: OWN,
  DisputeRecord: OWN,
  GiveInstruction: OWN,
  PassOnCase: OWN,
  RecomputeDuties: OWN,
  RecordBreach: OWN,
  ReadPersonal: OWN,
  RecordCallback: OWN,
  ReissueQueryCode: OWN,
  RejectDispute: OWN,
  RemindOffice: OWN,
  ReportInstruction: OWN,
  ReturnInstruction: OWN,
  UncountRepeat: OWN,
};

export const articleOfStep = (type: CaseCommand['type']): string | undefined => STEP_ARTICLES[type];

/** What an office is supervised and advised by. */
export const articleOfSupervision = (): string => of('四十');

/** A step that is taken out of its order is refused with the article that orders it. */
export function namingArticle<Event, Type extends string>(
  decision: Decision<Event>,
  type: Type,
  articleOf: (type: Type) => string | undefined,
): Decision<Event> {
  if (decision.ok || decision.refusal.code !== 'wrong-state') return decision;
  const article = articleOf(type);
  const refusal: Refusal = { ...decision.refusal, ...(article !== undefined && { article }) };
  return { ok: false, refusal };
}
