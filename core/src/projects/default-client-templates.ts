import {
  checked,
  clientTemplate,
  type DefaultTemplate,
  milestone,
  phase,
  task,
} from './default-template-parts.ts';

/** Client projects that leave something built behind (PM-22). */
export const clientTemplates: readonly DefaultTemplate[] = [
  clientTemplate(
    'Campaign',
    50,
    { Partner: 16, 'Project manager': 60, Consultant: 160, Designer: 200, Developer: 60 },
    [
      phase('Brief', 0, 15, [
        checked(
          task('Kick-off with the client', 'Project manager', 10, [0, 5]),
          'Send agenda and names before',
          'Agree who decides and who answers',
          'Agree how bad news is told',
          'Set the weekly meeting',
          'Write down what was agreed',
        ),
        checked(
          task('Sharpen audience and message', 'Consultant', 30, [0, 15]),
          'Audience named',
          'One sentence everybody can say',
          'Numbers that show success',
        ),
        milestone(
          'Brief agreed',
          15,
          'The client has agreed audience, message and targets in writing.',
        ),
      ]),
      phase('Concept', 15, 40, [
        task('Develop the creative idea', 'Designer', 35, [15, 35]),
        task('Media and channel plan', 'Consultant', 35, [15, 35]),
        task('Review with the partner', 'Partner', 50, [35, 40]),
        milestone('Concept approved', 40, 'The client has approved idea and media plan.'),
      ]),
      phase('Production', 40, 75, [
        task('Produce texts and pictures', 'Designer', 50, [40, 70]),
        checked(
          task('Build landing pages and tracking', 'Developer', 100, [45, 75]),
          'Pages on phone and desktop',
          'Consent asked',
          'Tracking tested',
        ),
        task('Steer production', 'Project manager', 50, [40, 75]),
      ]),
      phase('Run and learn', 75, 100, [
        checked(
          task('Launch and adjust', 'Consultant', 20, [75, 95]),
          'Day and hour agreed',
          'Budget caps set',
          'First figures read after a day',
        ),
        task('Adapt the material', 'Designer', 15, [75, 90]),
        checked(
          task('Report results', 'Consultant', 15, [90, 100]),
          'Figures against the targets',
          'What we would do again',
          'What we would not',
        ),
        task('Steer the run', 'Project manager', 40, [75, 100]),
        task('Closing talk', 'Partner', 50, [95, 100]),
        milestone('Results presented', 100, 'The client has seen the figures against the targets.'),
      ]),
    ],
  ),
  clientTemplate(
    'Software build',
    90,
    { Partner: 24, 'Project manager': 160, Consultant: 240, Designer: 280, Developer: 900 },
    [
      phase('Discover', 0, 15, [
        checked(
          task('Kick-off with the client', 'Project manager', 10, [0, 3]),
          'Send agenda and names before',
          'Agree who decides and who answers',
          'Agree how bad news is told',
          'Set the weekly meeting',
          'Write down what was agreed',
        ),
        checked(
          task('Understand users and processes', 'Consultant', 50, [0, 12]),
          'Name the user groups',
          'Talk to five users of each',
          'Draw the processes of today',
          'Collect the numbers that shall move',
        ),
        checked(
          task('Outline the architecture', 'Developer', 8, [5, 15]),
          'List the systems to connect',
          'Name the risks',
          'Agree security and data protection',
        ),
        task('Agree aims with the sponsor', 'Partner', 50, [0, 10]),
        milestone(
          'Scope agreed',
          15,
          'Scope, limits and what the client does are agreed in writing.',
        ),
      ]),
      phase('Design', 15, 35, [
        task('Design flows and screens', 'Designer', 70, [15, 35]),
        task('Write the backlog', 'Consultant', 30, [15, 30]),
        checked(
          task('Prepare environments', 'Developer', 7, [20, 35]),
          'Test, staging and production',
          'Access for everybody on the team',
          'Backup and monitoring',
        ),
        milestone('Design approved', 35, 'The client has approved the flows of every user group.'),
      ]),
      phase('Build', 35, 80, [
        task('Build the first increment', 'Developer', 30, [35, 57]),
        task('Build the second increment', 'Developer', 35, [57, 80]),
        task('Refine screens with the team', 'Designer', 30, [35, 80]),
        task('Run sprints and reviews', 'Project manager', 65, [35, 80]),
      ]),
      phase('Launch', 80, 100, [
        checked(
          task('Test with users', 'Consultant', 20, [80, 92]),
          'Cases written and agreed',
          'Users invited',
          'Findings sorted by weight',
        ),
        task('Correct and harden', 'Developer', 15, [80, 95]),
        checked(
          task('Go live', 'Developer', 5, [95, 100]),
          'Backup taken',
          'Way back rehearsed',
          'Client informed of the hour',
          'Monitoring watched for a day',
        ),
        checked(
          task('Hand over to operations', 'Project manager', 25, [90, 100]),
          'Runbook written',
          'Accounts handed over',
          'Support contacts named',
        ),
        task('Closing talk', 'Partner', 50, [97, 100]),
        milestone(
          'Accepted',
          100,
          'The client has accepted in writing; open points are listed with days.',
        ),
      ]),
    ],
  ),
  clientTemplate(
    'Software implementation',
    70,
    { Partner: 20, 'Project manager': 140, Consultant: 520, Designer: 60, Developer: 260 },
    [
      phase('Prepare', 0, 20, [
        checked(
          task('Kick-off with the client', 'Project manager', 10, [0, 5]),
          'Send agenda and names before',
          'Agree who decides and who answers',
          'Agree how bad news is told',
          'Set the weekly meeting',
          'Write down what was agreed',
        ),
        task('Map processes to the product', 'Consultant', 30, [0, 18]),
        task('Confirm aims with the sponsor', 'Partner', 50, [0, 10]),
        milestone(
          'Blueprint agreed',
          20,
          'Each process of the client is mapped; gaps have an answer.',
        ),
      ]),
      phase('Configure', 20, 60, [
        checked(
          task('Set up the product', 'Consultant', 35, [20, 55]),
          'Companies and units',
          'Roles and rights',
          'Master data',
          'Documents and numbers',
        ),
        task('Build interfaces', 'Developer', 60, [20, 60]),
        task('Adapt forms and reports', 'Designer', 100, [25, 55]),
        task('Steer the work', 'Project manager', 50, [20, 60]),
      ]),
      phase('Migrate and test', 60, 85, [
        checked(
          task('Migrate data', 'Developer', 30, [60, 80]),
          'Data cleaned by the client',
          'Trial run',
          'Counts compared',
          'Final run',
        ),
        checked(
          task('Support the acceptance test', 'Consultant', 20, [70, 85]),
          'Cases agreed with the client',
          'Findings logged',
          'Second round passed',
        ),
        milestone('Acceptance test passed', 85, 'Every case of weight has passed.'),
      ]),
      phase('Go live', 85, 100, [
        checked(
          task('Train users', 'Consultant', 15, [85, 95]),
          'Material in their language',
          'Every group trained',
          'Questions answered in writing',
        ),
        checked(
          task('Switch over', 'Developer', 10, [92, 97]),
          'Day agreed',
          'Old system read-only',
          'Way back rehearsed',
        ),
        task('Look after the first weeks', 'Project manager', 40, [92, 100]),
        task('Closing talk', 'Partner', 50, [98, 100]),
        milestone('In daily use', 100, 'Everybody works with it; the old way is closed.'),
      ]),
    ],
  ),
];
