import type { RoleId } from '../id.ts';
import { type OutlineTask, type ProjectKind, plainTask, type TemplateOutline } from './template.ts';

/** Roles that the templates of a new workspace speak of, by the names a new workspace gives them. */
type RoleName = 'Partner' | 'Project manager' | 'Consultant' | 'Designer' | 'Developer';

type DefaultTask = Omit<OutlineTask, 'roleId'> & { readonly roleName: RoleName | null };

type DefaultPhase = {
  readonly name: string;
  readonly startShare: number;
  readonly endShare: number;
  readonly tasks: readonly DefaultTask[];
};

/** A template of a new workspace, whose roles are named and not yet found. */
export type DefaultTemplate = {
  readonly kind: ProjectKind;
  readonly name: string;
  readonly durationWeekdays: number;
  readonly phases: readonly DefaultPhase[];
};

/** The templates that a new workspace begins with (PM-22, ST-04). */
export const defaultTemplates: readonly DefaultTemplate[] = [
  clientTemplate('Campaign', 50, [
    phase('Brief', 0, 15, [
      task('Kick-off with the client', 'Project manager', 10, [0, 5]),
      task('Sharpen audience and message', 'Consultant', 30, [0, 15]),
      milestone('Brief agreed', 15),
    ]),
    phase('Concept', 15, 40, [
      task('Develop the creative idea', 'Designer', 35, [15, 35]),
      task('Media and channel plan', 'Consultant', 35, [15, 35]),
      task('Review with the partner', 'Partner', 50, [35, 40]),
      milestone('Concept approved', 40),
    ]),
    phase('Production', 40, 75, [
      task('Produce texts and pictures', 'Designer', 50, [40, 70]),
      task('Build landing pages and tracking', 'Developer', 100, [45, 75]),
      task('Steer production', 'Project manager', 50, [40, 75]),
    ]),
    phase('Run and learn', 75, 100, [
      task('Launch and adjust', 'Consultant', 20, [75, 95]),
      task('Adapt the material', 'Designer', 15, [75, 90]),
      task('Report results', 'Consultant', 15, [90, 100]),
      task('Steer the run', 'Project manager', 40, [75, 100]),
      task('Closing talk', 'Partner', 50, [95, 100]),
      milestone('Results presented', 100),
    ]),
  ]),
  clientTemplate('Software build', 90, [
    phase('Discover', 0, 15, [
      task('Kick-off with the client', 'Project manager', 10, [0, 3]),
      task('Understand users and processes', 'Consultant', 50, [0, 12]),
      task('Outline the architecture', 'Developer', 8, [5, 15]),
      task('Agree aims with the sponsor', 'Partner', 50, [0, 10]),
      milestone('Scope agreed', 15),
    ]),
    phase('Design', 15, 35, [
      task('Design flows and screens', 'Designer', 70, [15, 35]),
      task('Write the backlog', 'Consultant', 30, [15, 30]),
      task('Prepare environments', 'Developer', 7, [20, 35]),
      milestone('Design approved', 35),
    ]),
    phase('Build', 35, 80, [
      task('Build the first increment', 'Developer', 30, [35, 57]),
      task('Build the second increment', 'Developer', 35, [57, 80]),
      task('Refine screens with the team', 'Designer', 30, [35, 80]),
      task('Run sprints and reviews', 'Project manager', 65, [35, 80]),
    ]),
    phase('Launch', 80, 100, [
      task('Test with users', 'Consultant', 20, [80, 92]),
      task('Correct and harden', 'Developer', 15, [80, 95]),
      task('Go live', 'Developer', 5, [95, 100]),
      task('Hand over to operations', 'Project manager', 25, [90, 100]),
      task('Closing talk', 'Partner', 50, [97, 100]),
      milestone('Accepted', 100),
    ]),
  ]),
  clientTemplate('Software implementation', 70, [
    phase('Prepare', 0, 20, [
      task('Kick-off with the client', 'Project manager', 10, [0, 5]),
      task('Map processes to the product', 'Consultant', 30, [0, 18]),
      task('Confirm aims with the sponsor', 'Partner', 50, [0, 10]),
      milestone('Blueprint agreed', 20),
    ]),
    phase('Configure', 20, 60, [
      task('Set up the product', 'Consultant', 35, [20, 55]),
      task('Build interfaces', 'Developer', 60, [20, 60]),
      task('Adapt forms and reports', 'Designer', 100, [25, 55]),
      task('Steer the work', 'Project manager', 50, [20, 60]),
    ]),
    phase('Migrate and test', 60, 85, [
      task('Migrate data', 'Developer', 30, [60, 80]),
      task('Support the acceptance test', 'Consultant', 20, [70, 85]),
      milestone('Acceptance test passed', 85),
    ]),
    phase('Go live', 85, 100, [
      task('Train users', 'Consultant', 15, [85, 95]),
      task('Switch over', 'Developer', 10, [92, 97]),
      task('Look after the first weeks', 'Project manager', 40, [92, 100]),
      task('Closing talk', 'Partner', 50, [98, 100]),
      milestone('In daily use', 100),
    ]),
  ]),
  clientTemplate('Training', 25, [
    phase('Plan', 0, 30, [
      task('Ask what people need', 'Consultant', 15, [0, 20]),
      task('Agree dates and groups', 'Project manager', 50, [0, 30]),
      task('Agree aims with the sponsor', 'Partner', 100, [0, 20]),
      milestone('Programme agreed', 30),
    ]),
    phase('Prepare', 30, 65, [
      task('Write the material', 'Consultant', 40, [30, 65]),
      task('Lay out the material', 'Designer', 100, [40, 65]),
      task('Set up exercises', 'Developer', 100, [40, 65]),
    ]),
    phase('Teach', 65, 100, [
      task('Hold the sessions', 'Consultant', 40, [65, 95]),
      task('Ask how it went and report', 'Consultant', 5, [95, 100]),
      task('Look after rooms and lists', 'Project manager', 50, [65, 95]),
      milestone('Training closed', 100),
    ]),
  ]),
  clientTemplate('Strategy', 45, [
    phase('Understand', 0, 35, [
      task('Kick-off with the board', 'Partner', 20, [0, 5]),
      task('Interviews and market facts', 'Consultant', 40, [0, 30]),
      task('Plan and schedule the work', 'Project manager', 40, [0, 10]),
      milestone('Where we stand', 35),
    ]),
    phase('Choose', 35, 75, [
      task('Work out the options', 'Consultant', 35, [35, 60]),
      task('Model the figures', 'Developer', 100, [35, 60]),
      task('Board workshop', 'Partner', 50, [60, 75]),
      milestone('Direction chosen', 75),
    ]),
    phase('Set out', 75, 100, [
      task('Write strategic and tactical plan', 'Consultant', 25, [75, 95]),
      task('Picture the strategy', 'Designer', 100, [75, 95]),
      task('Agree the follow-up', 'Project manager', 60, [85, 100]),
      task('Present to the board', 'Partner', 30, [95, 100]),
      milestone('Strategy adopted', 100),
    ]),
  ]),
  initiativeTemplate('System roll-out', 120, [
    phase('Prepare', 0, 25, [
      task('Describe the need and the aims', 'Partner', 50, [0, 8]),
      task('Choose the system', 'Consultant', 40, [5, 25]),
      milestone('System chosen', 25),
    ]),
    phase('Set up', 25, 60, [
      task('Configure and connect', 'Developer', 80, [25, 60]),
      task('Steer the work', 'Project manager', 50, [25, 60]),
      task('Prepare guides', 'Designer', 100, [40, 60]),
    ]),
    phase('Roll out', 60, 100, [
      task('Pilot with one team', 'Consultant', 30, [60, 75]),
      task('Train everybody', 'Consultant', 30, [75, 90]),
      task('Correct what the pilot showed', 'Developer', 20, [75, 90]),
      task('Look after adoption', 'Project manager', 50, [75, 100]),
      task('Check the benefit', 'Partner', 50, [95, 100]),
      milestone('In daily use', 100),
    ]),
  ]),
  initiativeTemplate('New market', 180, [
    phase('Explore', 0, 30, [
      task('Study market and rivals', 'Consultant', 40, [0, 25]),
      task('Talk to ten possible clients', 'Partner', 40, [5, 30]),
      milestone('Go or no go', 30),
    ]),
    phase('Prepare', 30, 60, [
      task('Shape the offer', 'Consultant', 35, [30, 50]),
      task('Make sales material', 'Designer', 100, [40, 60]),
      task('Plan the entry', 'Project manager', 50, [30, 60]),
    ]),
    phase('Enter', 60, 100, [
      task('Win the first clients', 'Partner', 60, [60, 100]),
      task('Deliver a first project for reference', 'Consultant', 25, [70, 100]),
      task('Follow the figures', 'Project manager', 50, [60, 100]),
      milestone('First three clients', 100),
    ]),
  ]),
  initiativeTemplate('Environmental programme', 240, [
    phase('Measure', 0, 25, [
      task('Collect consumption and travel', 'Consultant', 40, [0, 20]),
      task('Set the targets', 'Partner', 50, [15, 25]),
      milestone('Baseline known', 25),
    ]),
    phase('Act', 25, 80, [
      task('Choose and start measures', 'Project manager', 60, [25, 50]),
      task('Change travel and purchasing', 'Consultant', 40, [35, 80]),
      task('Automate the measurement', 'Developer', 100, [30, 60]),
    ]),
    phase('Show', 80, 100, [
      task('Measure again and report', 'Consultant', 20, [80, 95]),
      task('Publish the report', 'Designer', 100, [88, 97]),
      task('Plan the next year', 'Project manager', 40, [90, 100]),
      task('Decide how to go on', 'Partner', 50, [95, 100]),
      milestone('Report published', 100),
    ]),
  ]),
  initiativeTemplate('Own marketing', 90, [
    phase('Position', 0, 30, [
      task('Say whom we serve and how', 'Partner', 60, [0, 20]),
      task('Collect proof from projects', 'Consultant', 40, [5, 30]),
      milestone('Message agreed', 30),
    ]),
    phase('Make', 30, 65, [
      task('Write cases and articles', 'Consultant', 40, [30, 65]),
      task('Design site and material', 'Designer', 70, [30, 60]),
      task('Build the site', 'Developer', 100, [40, 65]),
    ]),
    phase('Show', 65, 100, [
      task('Publish and talk', 'Partner', 40, [65, 100]),
      task('Keep the material fresh', 'Designer', 30, [65, 100]),
      task('Follow enquiries', 'Consultant', 20, [70, 100]),
      task('Steer the work', 'Project manager', 100, [65, 100]),
      milestone('Enquiries reviewed', 100),
    ]),
  ]),
];

/** The outline of a default template in a workspace; a role that the firm does not have stays open. */
export function outlineWithRoles(
  template: DefaultTemplate,
  roles: readonly { readonly id: RoleId; readonly name: string }[],
): TemplateOutline {
  const byName = new Map(roles.map((role) => [role.name.toLowerCase(), role.id]));
  return {
    durationWeekdays: template.durationWeekdays,
    phases: template.phases.map(({ tasks, ...rest }) => ({
      ...rest,
      tasks: tasks.map(({ roleName, ...task }) => ({
        ...task,
        roleId: (roleName === null ? undefined : byName.get(roleName.toLowerCase())) ?? null,
      })),
    })),
  };
}

function clientTemplate(name: string, durationWeekdays: number, phases: DefaultPhase[]) {
  return { kind: 'client', name, durationWeekdays, phases } as const;
}

function initiativeTemplate(name: string, durationWeekdays: number, phases: DefaultPhase[]) {
  return { kind: 'initiative', name, durationWeekdays, phases } as const;
}

/** `from` and `to` in hundredths of the project's length. */
function phase(name: string, from: number, to: number, tasks: DefaultTask[]): DefaultPhase {
  return { name, startShare: from * 100, endShare: to * 100, tasks };
}

function task(
  name: string,
  roleName: RoleName,
  weight: number,
  [from, to]: readonly [number, number],
): DefaultTask {
  return {
    name,
    roleName,
    weight,
    startShare: from * 100,
    endShare: to * 100,
    isMilestone: false,
    ...plainTask,
  };
}

function milestone(name: string, at: number): DefaultTask {
  const share = at * 100;
  const days = { startShare: share, endShare: share };
  return { name, roleName: null, weight: 0, isMilestone: true, ...days, ...plainTask };
}
