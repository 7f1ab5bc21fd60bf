import { portalAgreements } from './agreements.ts';
import { portalAmountSheets } from './amounts.ts';
import { portalChanges } from './change-requests.ts';
import { portalDecisions } from './decisions.ts';
import { portalDelayNotices } from './delay-notices.ts';
import { portalDeliverables } from './deliverables.ts';
import { portalDuties } from './duties.ts';
import { portalExports } from './exports.ts';
import { portalFiles } from './files.ts';
import { portalKickOffs } from './kick-offs.ts';
import { portalMeetings } from './meetings.ts';
import { portalMessages } from './messages.ts';
import { portalNews } from './news.ts';
import { portalOverviews } from './overviews.ts';
import { portal } from './portal.ts';
import { portalProfiles } from './profile.ts';
import { portalPromises } from './promises.ts';
import { portalQuestions } from './questions.ts';
import { portalReports } from './reports.ts';
import { portalSatisfactions, satisfactionLinks } from './satisfaction.ts';
import { portalSearches } from './searches.ts';
import { sharedStatuses } from './shared.ts';
import { portalUploads } from './uploads.ts';

/** What client users read and do, by noun; written out as `Nouns` in `../index.ts` is. */
export type PortalNouns = {
  readonly portal: typeof portal;
  readonly portalAgreements: typeof portalAgreements;
  readonly portalAmountSheets: typeof portalAmountSheets;
  readonly portalChanges: typeof portalChanges;
  readonly portalDecisions: typeof portalDecisions;
  readonly portalDelayNotices: typeof portalDelayNotices;
  readonly portalDeliverables: typeof portalDeliverables;
  readonly portalDuties: typeof portalDuties;
  readonly portalExports: typeof portalExports;
  readonly portalFiles: typeof portalFiles;
  readonly portalKickOffs: typeof portalKickOffs;
  readonly portalMeetings: typeof portalMeetings;
  readonly portalMessages: typeof portalMessages;
  readonly portalNews: typeof portalNews;
  readonly portalOverviews: typeof portalOverviews;
  readonly portalProfiles: typeof portalProfiles;
  readonly portalPromises: typeof portalPromises;
  readonly portalQuestions: typeof portalQuestions;
  readonly portalReports: typeof portalReports;
  readonly portalSearches: typeof portalSearches;
  readonly portalSatisfactions: typeof portalSatisfactions;
  readonly portalUploads: typeof portalUploads;
  readonly satisfactionLinks: typeof satisfactionLinks;
  readonly sharedStatuses: typeof sharedStatuses;
};

/** What client users read and do: every noun of the portal. */
export const portalNouns: PortalNouns = {
  portal,
  portalAgreements,
  portalAmountSheets,
  portalChanges,
  portalDecisions,
  portalDelayNotices,
  portalDeliverables,
  portalDuties,
  portalExports,
  portalFiles,
  portalKickOffs,
  portalMeetings,
  portalMessages,
  portalNews,
  portalOverviews,
  portalProfiles,
  portalPromises,
  portalQuestions,
  portalReports,
  portalSearches,
  portalSatisfactions,
  portalUploads,
  satisfactionLinks,
  sharedStatuses,
};
