import type { Migration } from 'kysely';
import * as foundation from './migrations/0001-foundation.ts';
import * as firm from './migrations/0002-firm.ts';
import * as identity from './migrations/0003-identity.ts';
import * as imports from './migrations/0010-imports.ts';
import * as projectNotes from './migrations/0020-project-notes.ts';
import * as roleRate from './migrations/0030-role-rate.ts';
import * as search from './migrations/0040-search.ts';
import * as jobQueue from './migrations/0050-job-queue.ts';
import * as emailChange from './migrations/0051-email-change.ts';
import * as comment from './migrations/0060-comment.ts';
import * as file from './migrations/0061-file.ts';
import * as linkAndSavedView from './migrations/0062-link-and-saved-view.ts';
import * as tag from './migrations/0063-tag.ts';
import * as customField from './migrations/0064-custom-field.ts';
import * as kpis from './migrations/0080-kpis.ts';
import * as planDepth from './migrations/0081-plan-depth.ts';
import * as whyLadder from './migrations/0082-why-ladder.ts';
import * as initiativeCase from './migrations/0100-initiative-case.ts';
import * as ranking from './migrations/0101-ranking.ts';
import * as action from './migrations/0102-action.ts';
import * as analysisBoard from './migrations/0103-analysis-board.ts';
import * as contacts from './migrations/0120-contacts.ts';
import * as interactions from './migrations/0121-interactions.ts';
import * as leads from './migrations/0122-leads.ts';
import * as pipelines from './migrations/0140-pipelines.ts';
import * as dealDepth from './migrations/0141-deal-depth.ts';
import * as quotes from './migrations/0142-quotes.ts';
import * as soldScope from './migrations/0143-sold-scope.ts';
import * as taskStructure from './migrations/0160-task-structure.ts';
import * as recurrence from './migrations/0161-recurrence.ts';
import * as projectPeople from './migrations/0162-project-people.ts';
import * as timesheet from './migrations/0180-timesheet.ts';
import * as skill from './migrations/0181-skill.ts';
import * as searchMore from './migrations/0200-search-more.ts';
import * as duplicates from './migrations/0203-duplicates.ts';
import * as assumption from './migrations/0210-assumption.ts';
import * as schedule from './migrations/0220-schedule.ts';
import * as baseline from './migrations/0221-baseline.ts';
import * as levelling from './migrations/0240-levelling.ts';
import * as levellingSaid from './migrations/0241-levelling-said.ts';
import * as taskList from './migrations/0250-task-list.ts';
import * as searchActions from './migrations/0260-search-actions.ts';
import * as modules from './migrations/0261-modules.ts';
import * as forecast from './migrations/0280-forecast.ts';
import * as forecastNews from './migrations/0281-forecast-news.ts';
import * as capacity from './migrations/0300-capacity.ts';
import * as allocation from './migrations/0320-allocation.ts';
import * as ringFence from './migrations/0340-ring-fence.ts';
import * as starvation from './migrations/0341-starvation.ts';
import * as mixReview from './migrations/0342-mix-review.ts';
import * as portfolioChoice from './migrations/0360-portfolio-choice.ts';
import * as scenario from './migrations/0380-scenario.ts';
import * as clientAccess from './migrations/0400-client-access.ts';
import * as clientUsers from './migrations/0401-client-users.ts';
import * as portalReading from './migrations/0402-portal-reading.ts';
import * as promise from './migrations/0410-promise.ts';
import * as promiseMarks from './migrations/0411-promise-marks.ts';
import * as delayNotice from './migrations/0412-delay-notice.ts';
import * as decision from './migrations/0413-decision.ts';
import * as deliverables from './migrations/0420-deliverables.ts';
import * as deliverablesSeen from './migrations/0421-deliverables-seen.ts';
import * as workingAgreement from './migrations/0422-working-agreement.ts';
import * as changeRequest from './migrations/0423-change-request.ts';
import * as notification from './migrations/0430-notification.ts';
import * as reminder from './migrations/0431-reminder.ts';
import * as mail from './migrations/0432-mail.ts';
import * as discussion from './migrations/0433-discussion.ts';
import * as fileStore from './migrations/0434-file-store.ts';
import * as statusReport from './migrations/0440-status-report.ts';
import * as meeting from './migrations/0441-meeting.ts';
import * as question from './migrations/0442-question.ts';
import * as satisfaction from './migrations/0460-satisfaction.ts';
import * as kickOff from './migrations/0461-kick-off.ts';
import * as contactLetter from './migrations/0470-contact-letter.ts';
import * as meetingDecision from './migrations/0471-meeting-decision.ts';
import * as portalSpeed from './migrations/0480-portal-speed.ts';
import * as portalHidden from './migrations/0481-portal-hidden.ts';
import * as fileTypes from './migrations/0482-file-types.ts';
import * as delaySides from './migrations/0490-delay-sides.ts';
import * as promiseSources from './migrations/0491-promise-sources.ts';
import * as taskParts from './migrations/0500-task-parts.ts';
import * as honoursConstraints from './migrations/0501-honours-constraints.ts';
import * as levellingHours from './migrations/0510-levelling-hours.ts';
import * as forecastLimits from './migrations/0511-forecast-limits.ts';
import * as clientLinks from './migrations/0580-client-links.ts';

/** Forward only, in the order of their names; a name that has been released never changes. */
export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-firm': firm,
  '0003-identity': identity,
  '0010-imports': imports,
  '0020-project-notes': projectNotes,
  '0030-role-rate': roleRate,
  '0040-search': search,
  '0050-job-queue': jobQueue,
  '0051-email-change': emailChange,
  '0060-comment': comment,
  '0061-file': file,
  '0062-link-and-saved-view': linkAndSavedView,
  '0063-tag': tag,
  '0064-custom-field': customField,
  '0080-kpis': kpis,
  '0081-plan-depth': planDepth,
  '0082-why-ladder': whyLadder,
  '0100-initiative-case': initiativeCase,
  '0101-ranking': ranking,
  '0102-action': action,
  '0103-analysis-board': analysisBoard,
  '0120-contacts': contacts,
  '0121-interactions': interactions,
  '0122-leads': leads,
  '0140-pipelines': pipelines,
  '0141-deal-depth': dealDepth,
  '0142-quotes': quotes,
  '0143-sold-scope': soldScope,
  '0160-task-structure': taskStructure,
  '0161-recurrence': recurrence,
  '0162-project-people': projectPeople,
  '0180-timesheet': timesheet,
  '0181-skill': skill,
  '0200-search-more': searchMore,
  '0203-duplicates': duplicates,
  '0210-assumption': assumption,
  '0220-schedule': schedule,
  '0221-baseline': baseline,
  '0240-levelling': levelling,
  '0260-search-actions': searchActions,
  '0261-modules': modules,
  '0280-forecast': forecast,
  '0241-levelling-said': levellingSaid,
  '0281-forecast-news': forecastNews,
  '0340-ring-fence': ringFence,
  '0341-starvation': starvation,
  '0342-mix-review': mixReview,
  '0250-task-list': taskList,
  '0300-capacity': capacity,
  '0320-allocation': allocation,
  '0380-scenario': scenario,
  '0360-portfolio-choice': portfolioChoice,
  '0430-notification': notification,
  '0400-client-access': clientAccess,
  '0420-deliverables': deliverables,
  '0421-deliverables-seen': deliverablesSeen,
  '0440-status-report': statusReport,
  '0441-meeting': meeting,
  '0442-question': question,
  '0470-contact-letter': contactLetter,
  '0471-meeting-decision': meetingDecision,
  '0480-portal-speed': portalSpeed,
  '0481-portal-hidden': portalHidden,
  '0482-file-types': fileTypes,
  '0401-client-users': clientUsers,
  '0402-portal-reading': portalReading,
  '0410-promise': promise,
  '0411-promise-marks': promiseMarks,
  '0412-delay-notice': delayNotice,
  '0413-decision': decision,
  '0422-working-agreement': workingAgreement,
  '0423-change-request': changeRequest,
  '0431-reminder': reminder,
  '0432-mail': mail,
  '0433-discussion': discussion,
  '0434-file-store': fileStore,
  '0460-satisfaction': satisfaction,
  '0461-kick-off': kickOff,
  '0490-delay-sides': delaySides,
  '0491-promise-sources': promiseSources,
  '0510-levelling-hours': levellingHours,
  '0511-forecast-limits': forecastLimits,
  '0580-client-links': clientLinks,
  '0500-task-parts': taskParts,
  '0501-honours-constraints': honoursConstraints,
};
