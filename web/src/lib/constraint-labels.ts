import type { TaskConstraint } from '@evenkeel/core/projects/schedule-plan';

/** What binds a task's dates, as people say it. */
export const constraintLabels: Readonly<Record<TaskConstraint, string>> = {
  'as-soon-as-possible': 'As soon as possible',
  'as-late-as-possible': 'As late as possible',
  'start-no-earlier-than': 'Start no earlier than',
  'start-no-later-than': 'Start no later than',
  'finish-no-earlier-than': 'Finish no earlier than',
  'finish-no-later-than': 'Finish no later than',
  'must-start-on': 'Must start on',
  'must-finish-on': 'Must finish on',
};
