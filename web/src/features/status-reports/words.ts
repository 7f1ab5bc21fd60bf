import type { ReportReaction } from '@evenkeel/core/status-reports/reaction';
import type { ReportSection } from '@evenkeel/core/status-reports/report-text';
import type { WordingRule } from '@evenkeel/core/status-reports/wording';
import type { PortalLanguage } from '@evenkeel/core/words/language';

export const sectionLabels: Record<ReportSection, string> = {
  standing: 'Where it stands',
  done: 'Done',
  next: 'Next',
  needs: 'What we need',
  decisions: 'Decisions',
  slips: 'Small slips',
  risks: 'Risks',
};

export const languageLabels: Record<PortalLanguage, string> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
};

export const reactionLabels: Record<ReportReaction, string> = {
  thanks: 'Thanks',
  question: 'Has a question',
  concern: 'Is concerned',
};

/** What a breach of a rule is called beside the words that break it. */
export const ruleLabels: Record<WordingRule, string> = {
  'familiar-address': 'familiar address',
  contraction: 'contraction',
  exclamation: 'exclamation',
  emoji: 'emoji',
  shouting: 'capitals',
  'inside-word': 'a word of our own books',
  'casual-word': 'casual',
};

export const weekdayLabels = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
