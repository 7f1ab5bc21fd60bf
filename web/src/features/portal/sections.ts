import type { PortalProject } from '@evenkeel/contract/portal/portal';
import { agreementWords } from '@evenkeel/core/words/agreement';
import { changeWords } from '@evenkeel/core/words/change-request';
import { decisionWords } from '@evenkeel/core/words/decision';
import { delayNoticeWords } from '@evenkeel/core/words/delay-notice';
import { kickOffWords } from '@evenkeel/core/words/kick-off';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { portalWords } from '@evenkeel/core/words/portal';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { portalReportWords } from '@evenkeel/core/words/portal-report';
import { questionWords } from '@evenkeel/core/words/question';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { say } from '@evenkeel/core/words/words';
import { workingWords } from '@evenkeel/core/words/working-together';
import {
  IconArrowsExchange,
  IconCalendarDue,
  IconCalendarEvent,
  IconFiles,
  IconFileText,
  IconFlag,
  IconFlag3,
  IconGavel,
  IconHandStop,
  IconHelpCircle,
  IconHourglass,
  IconLayoutDashboard,
  IconMessages,
  IconMoodSmile,
  IconPackageExport,
  type IconProps,
  IconReceipt,
  IconReport,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** A page of a project in the portal. */
export type PortalSection = {
  /** Behind `/portal/projects/:id/`; empty for the overview. */
  readonly path: string;
  readonly name: (language: PortalLanguage) => string;
  readonly icon: ComponentType<IconProps>;
  /** Whether a project has this page; without it always. */
  readonly isShown?: (project: PortalProject) => boolean;
};

/** The pages of a project, in the order in which the client finds them. */
export const portalSections: readonly PortalSection[] = [
  {
    path: '',
    name: (language) => say(portalWords, language)('overview'),
    icon: IconLayoutDashboard,
  },
  {
    path: 'kick-off',
    name: (language) => say(kickOffWords, language)('title'),
    icon: IconFlag3,
    isShown: ({ hasKickOff }) => hasKickOff,
  },
  {
    path: 'milestones',
    name: (language) => say(portalPageWords, language)('steps'),
    icon: IconFlag,
  },
  {
    path: 'needs',
    name: (language) => say(workingWords, language)('duties'),
    icon: IconHandStop,
  },
  {
    path: 'dates',
    name: (language) => say(delayNoticeWords, language)('dates'),
    icon: IconCalendarDue,
  },
  {
    path: 'delay-notices',
    name: (language) => say(delayNoticeWords, language)('notices'),
    icon: IconHourglass,
  },
  {
    path: 'decisions',
    name: (language) => say(decisionWords, language)('decisions'),
    icon: IconGavel,
  },
  {
    path: 'deliverables',
    name: (language) => say(workingWords, language)('deliverables'),
    icon: IconPackageExport,
  },
  {
    path: 'changes',
    name: (language) => say(changeWords, language)('changes'),
    icon: IconArrowsExchange,
  },
  {
    path: 'agreement',
    name: (language) => say(agreementWords, language)('agreement'),
    icon: IconFileText,
  },
  {
    path: 'reports',
    name: (language) => say(portalReportWords, language)('reports'),
    icon: IconReport,
  },
  {
    path: 'meetings',
    name: (language) => say(portalReportWords, language)('meetings'),
    icon: IconCalendarEvent,
  },
  {
    path: 'messages',
    name: (language) => say(portalPageWords, language)('messages'),
    icon: IconMessages,
  },
  {
    path: 'questions',
    name: (language) => say(questionWords, language)('title'),
    icon: IconHelpCircle,
  },
  {
    path: 'satisfaction',
    name: (language) => say(satisfactionWords, language)('title'),
    icon: IconMoodSmile,
    isShown: ({ hasRatings }) => hasRatings,
  },
  {
    path: 'files',
    name: (language) => say(portalPageWords, language)('files'),
    icon: IconFiles,
  },
  {
    path: 'amounts',
    name: (language) => say(portalPageWords, language)('amounts'),
    icon: IconReceipt,
    isShown: ({ shows }) => shows.length > 0,
  },
];
