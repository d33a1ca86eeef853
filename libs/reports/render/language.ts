import type { Text } from '@huiyin/policy';

export const REPORT_LANGUAGES = ['zh-CN', 'en'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

export const inWords = ({ zh, en }: Text, language: ReportLanguage): string =>
  language === 'zh-CN' ? zh : en;
