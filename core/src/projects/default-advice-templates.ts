import {
  checked,
  clientTemplate,
  type DefaultTemplate,
  milestone,
  phase,
  task,
} from './default-template-parts.ts';

/** Client projects that leave knowledge or a plan behind (PM-22). */
export const adviceTemplates: readonly DefaultTemplate[] = [
  clientTemplate(
    'Training',
    25,
    { Partner: 6, 'Project manager': 40, Consultant: 140, Designer: 40, Developer: 24 },
    [
      phase('Plan', 0, 30, [
        checked(
          task('Ask what people need', 'Consultant', 15, [0, 20]),
          'Talk to three of each group',
          'Agree what they can do afterwards',
        ),
        checked(
          task('Agree dates and groups', 'Project manager', 50, [0, 30]),
          'Rooms or links',
          'Invitations sent',
          'Lists of names',
        ),
        task('Agree aims with the sponsor', 'Partner', 100, [0, 20]),
        milestone('Programme agreed', 30, 'Aims, groups and dates are agreed with the sponsor.'),
      ]),
      phase('Prepare', 30, 65, [
        task('Write the material', 'Consultant', 40, [30, 65]),
        task('Lay out the material', 'Designer', 100, [40, 65]),
        task('Set up exercises', 'Developer', 100, [40, 65]),
      ]),
      phase('Teach', 65, 100, [
        checked(
          task('Hold the sessions', 'Consultant', 40, [65, 95]),
          'Material printed or sent',
          'Exercises work on their machines',
          'Attendance noted',
        ),
        checked(
          task('Ask how it went and report', 'Consultant', 5, [95, 100]),
          'Every participant asked',
          'Results told to the sponsor',
        ),
        task('Look after rooms and lists', 'Project manager', 50, [65, 95]),
        milestone(
          'Training closed',
          100,
          'Every participant was asked; the sponsor knows the result.',
        ),
      ]),
    ],
  ),
  clientTemplate(
    'Strategy',
    45,
    { Partner: 80, 'Project manager': 40, Consultant: 320, Designer: 40, Developer: 40 },
    [
      phase('Understand', 0, 35, [
        checked(
          task('Kick-off with the board', 'Partner', 20, [0, 5]),
          'Send agenda before',
          'Agree what the board decides',
          'Set the dates of the workshops',
        ),
        checked(
          task('Interviews and market facts', 'Consultant', 40, [0, 30]),
          'List of interviews agreed',
          'Notes written the same day',
          'Sources named',
        ),
        task('Plan and schedule the work', 'Project manager', 40, [0, 10]),
        milestone('Where we stand', 35, 'The board agrees on the picture of today.'),
      ]),
      phase('Choose', 35, 75, [
        task('Work out the options', 'Consultant', 35, [35, 60]),
        task('Model the figures', 'Developer', 100, [35, 60]),
        checked(
          task('Board workshop', 'Partner', 50, [60, 75]),
          'Papers sent a week before',
          'Decisions written down',
          'Owners named',
        ),
        milestone('Direction chosen', 75, 'The board has chosen one option and says why.'),
      ]),
      phase('Set out', 75, 100, [
        task('Write strategic and tactical plan', 'Consultant', 25, [75, 95]),
        task('Picture the strategy', 'Designer', 100, [75, 95]),
        task('Agree the follow-up', 'Project manager', 60, [85, 100]),
        task('Present to the board', 'Partner', 30, [95, 100]),
        milestone(
          'Strategy adopted',
          100,
          'The board has adopted the plan; each goal has an owner.',
        ),
      ]),
    ],
  ),
];
