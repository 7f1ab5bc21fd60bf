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
  /** Those of one number stand together: how it stands, what is to do, what is said, what is kept. */
  readonly group: 1 | 2 | 3 | 4;
  readonly name: (language: PortalLanguage) => string;
  readonly icon: ComponentType<IconProps>;
  /** Whether a project has this page; without it always. */
  readonly isShown?: (project: PortalProject) => boolean;
};

/** The pages of a project, in the order in which the client finds them. */
export const portalSections: readonly PortalSection[] = [
  {
    path: '',
    group: 1,
    name: (language) => say(portalWords, language)('overview'),
    icon: IconLayoutDashboard,
  },
  {
    path: 'kick-off',
    group: 1,
    name: (language) => say(kickOffWords, language)('title'),
    icon: IconFlag3,
    isShown: ({ hasKickOff }) => hasKickOff,
  },
  {
    path: 'milestones',
    group: 1,
    name: (language) => say(portalPageWords, language)('steps'),
    icon: IconFlag,
  },
  {
    path: 'dates',
    group: 1,
    name: (language) => say(delayNoticeWords, language)('dates'),
    icon: IconCalendarDue,
  },
  {
    path: 'delay-notices',
    group: 1,
    name: (language) => say(delayNoticeWords, language)('notices'),
    icon: IconHourglass,
  },
  {
    path: 'reports',
    group: 1,
    name: (language) => say(portalReportWords, language)('reports'),
    icon: IconReport,
  },
  {
    path: 'needs',
    group: 2,
    name: (language) => say(workingWords, language)('duties'),
    icon: IconHandStop,
  },
  {
    path: 'deliverables',
    group: 2,
    name: (language) => say(workingWords, language)('deliverables'),
    icon: IconPackageExport,
  },
  {
    path: 'decisions',
    group: 2,
    name: (language) => say(decisionWords, language)('decisions'),
    icon: IconGavel,
  },
  {
    path: 'changes',
    group: 2,
    name: (language) => say(changeWords, language)('changes'),
    icon: IconArrowsExchange,
  },
  {
    path: 'agreement',
    group: 2,
    name: (language) => say(agreementWords, language)('agreement'),
    icon: IconFileText,
  },
  {
    path: 'messages',
    group: 3,
    name: (language) => say(portalPageWords, language)('messages'),
    icon: IconMessages,
  },
  {
    path: 'questions',
    group: 3,
    name: (language) => say(questionWords, language)('title'),
    icon: IconHelpCircle,
  },
  {
    path: 'satisfaction',
    group: 3,
    name: (language) => say(satisfactionWords, language)('title'),
    icon: IconMoodSmile,
    isShown: ({ hasRatings }) => hasRatings,
  },
  {
    path: 'meetings',
    group: 3,
    name: (language) => say(portalReportWords, language)('meetings'),
    icon: IconCalendarEvent,
  },
  {
    path: 'files',
    group: 4,
    name: (language) => say(portalPageWords, language)('files'),
    icon: IconFiles,
  },
  {
    path: 'amounts',
    group: 4,
    name: (language) => say(portalPageWords, language)('amounts'),
    icon: IconReceipt,
    isShown: ({ shows }) => shows.length > 0,
  },
];
