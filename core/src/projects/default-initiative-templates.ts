import {
  checked,
  type DefaultTemplate,
  initiativeTemplate,
  milestone,
  phase,
  task,
} from './default-template-parts.ts';

/** The initiatives named in ST-04; hours, checklists and what each milestone asks for are usual ones. */
export const initiativeTemplates: readonly DefaultTemplate[] = [
  initiativeTemplate(
    'System roll-out',
    120,
    { Partner: 16, 'Project manager': 120, Consultant: 200, Designer: 40, Developer: 200 },
    [
      phase('Prepare', 0, 25, [
        task('Describe the need and the aims', 'Partner', 50, [0, 8]),
        checked(
          task('Choose the system', 'Consultant', 40, [5, 25]),
          'Needs written down',
          'Three offers compared',
          'References called',
          'Costs over five years',
        ),
        milestone('System chosen', 25, 'The leader has decided; budget and contract are clear.'),
      ]),
      phase('Set up', 25, 60, [
        task('Configure and connect', 'Developer', 80, [25, 60]),
        task('Steer the work', 'Project manager', 50, [25, 60]),
        task('Prepare guides', 'Designer', 100, [40, 60]),
      ]),
      phase('Roll out', 60, 100, [
        checked(
          task('Pilot with one team', 'Consultant', 30, [60, 75]),
          'Team named',
          'What counts as success',
          'Findings written down',
        ),
        checked(
          task('Train everybody', 'Consultant', 30, [75, 90]),
          'Dates agreed with client work',
          'Short guide for each role',
        ),
        task('Correct what the pilot showed', 'Developer', 20, [75, 90]),
        task('Look after adoption', 'Project manager', 50, [75, 100]),
        task('Check the benefit', 'Partner', 50, [95, 100]),
        milestone('In daily use', 100, 'Everybody works with it; the old way is closed.'),
      ]),
    ],
  ),
  initiativeTemplate(
    'New market',
    180,
    { Partner: 160, 'Project manager': 80, Consultant: 200, Designer: 40 },
    [
      phase('Explore', 0, 30, [
        checked(
          task('Study market and rivals', 'Consultant', 40, [0, 25]),
          'Size and growth',
          'Rivals and prices',
          'Law and language',
        ),
        checked(
          task('Talk to ten possible clients', 'Partner', 40, [5, 30]),
          'List of thirty names',
          'Ten talks held',
          'Notes in one place',
        ),
        milestone('Go or no go', 30, 'The partners have decided with the numbers before them.'),
      ]),
      phase('Prepare', 30, 60, [
        task('Shape the offer', 'Consultant', 35, [30, 50]),
        task('Make sales material', 'Designer', 100, [40, 60]),
        checked(
          task('Plan the entry', 'Project manager', 50, [30, 60]),
          'Who goes and when',
          'Budget and when to stop',
          'First three steps',
        ),
      ]),
      phase('Enter', 60, 100, [
        task('Win the first clients', 'Partner', 60, [60, 100]),
        task('Deliver a first project for reference', 'Consultant', 25, [70, 100]),
        task('Follow the figures', 'Project manager', 50, [60, 100]),
        milestone('First three clients', 100, 'Three contracts are signed in the new market.'),
      ]),
    ],
  ),
  initiativeTemplate(
    'Environmental programme',
    240,
    { Partner: 24, 'Project manager': 80, Consultant: 160, Designer: 30, Developer: 40 },
    [
      phase('Measure', 0, 25, [
        checked(
          task('Collect consumption and travel', 'Consultant', 40, [0, 20]),
          'Energy of each office',
          'Flights, rail, cars',
          'Purchases and devices',
        ),
        task('Set the targets', 'Partner', 50, [15, 25]),
        milestone(
          'Baseline known',
          25,
          'The figures of last year are complete and can be repeated.',
        ),
      ]),
      phase('Act', 25, 80, [
        checked(
          task('Choose and start measures', 'Project manager', 60, [25, 50]),
          'Effect and cost of each',
          'Owner of each',
          'Told to everybody',
        ),
        task('Change travel and purchasing', 'Consultant', 40, [35, 80]),
        task('Automate the measurement', 'Developer', 100, [30, 60]),
      ]),
      phase('Show', 80, 100, [
        task('Measure again and report', 'Consultant', 20, [80, 95]),
        task('Publish the report', 'Designer', 100, [88, 97]),
        task('Plan the next year', 'Project manager', 40, [90, 100]),
        task('Decide how to go on', 'Partner', 50, [95, 100]),
        milestone('Report published', 100, 'The report is public; staff have heard it first.'),
      ]),
    ],
  ),
  initiativeTemplate(
    'Own marketing',
    90,
    { Partner: 60, 'Project manager': 20, Consultant: 120, Designer: 120, Developer: 40 },
    [
      phase('Position', 0, 30, [
        task('Say whom we serve and how', 'Partner', 60, [0, 20]),
        checked(
          task('Collect proof from projects', 'Consultant', 40, [5, 30]),
          'Clients asked',
          'Numbers checked by the client',
        ),
        milestone('Message agreed', 30, 'All partners say the same sentence.'),
      ]),
      phase('Make', 30, 65, [
        task('Write cases and articles', 'Consultant', 40, [30, 65]),
        task('Design site and material', 'Designer', 70, [30, 60]),
        checked(
          task('Build the site', 'Developer', 100, [40, 65]),
          'Works on a phone',
          'Consent asked',
          'Old addresses lead on',
        ),
      ]),
      phase('Show', 65, 100, [
        task('Publish and talk', 'Partner', 40, [65, 100]),
        task('Keep the material fresh', 'Designer', 30, [65, 100]),
        task('Follow enquiries', 'Consultant', 20, [70, 100]),
        task('Steer the work', 'Project manager', 100, [65, 100]),
        milestone(
          'Enquiries reviewed',
          100,
          'We know which enquiries came from it and what they brought.',
        ),
      ]),
    ],
  ),
];
