import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from './calculate.ts';
import { minuteOf } from './minute.ts';
import type {
  ScheduledTask,
  ScheduleLink,
  ScheduleProject,
  ScheduleResult,
  ScheduleTask,
} from './model.ts';
import { compile, type Network } from './network.ts';
import { projectArbitrary } from './random-project.fixture.ts';
import { reschedule } from './reschedule.ts';
import { resultOf } from './result.ts';
import { schedule } from './schedule.ts';
import { elapsedClock, workBetween } from './work-clock.ts';

const plain = projectArbitrary(true);
const any = projectArbitrary(false);

function byId(result: ScheduleResult): Map<string, ScheduledTask> {
  return new Map(result.tasks.map((task) => [task.id, task]));
}

/** Without the places of links, which differ with their order, and which of equal drivers was met first. */
function essence(result: ScheduleResult): unknown {
  const tasks = result.tasks.map(({ drivingLink, drivingPredecessorId, ...dates }) => dates);
  return { tasks: tasks.sort((a, b) => (a.id < b.id ? -1 : 1)), finish: result.finish };
}

describe('schedule, on any project', { timeout: 60_000 }, () => {
  it('PM-08 keeps every link without lag that was not left out', () => {
    fc.assert(
      fc.property(plain, (drawn) => {
        const project = { ...drawn, links: drawn.links.map(({ lag, ...link }) => link) };
        const result = schedule(project);
        const dropped = new Set(result.issues.map((issue) => ('link' in issue ? issue.link : -1)));
        const network = compile(project);
        project.links.forEach((link, place) => {
          if (!dropped.has(place))
            expect(missingWork(network, result, link)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  // A task that is held by its finish begins the earlier the longer it is, and so does what goes by its
  // begin (reverse criticality): links from begins and links to finishes are not mixed here.
  it.each([
    ['finishToStart', 'startToStart'],
    ['finishToStart', 'finishToFinish'],
  ])('a longer task never makes the project shorter, with %s and %s', (...types) => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.integer({ min: 1, max: 3000 }), (project, nth, more) => {
        const place = nth % project.tasks.length;
        // A milestone may stand at the end of a day where work cannot: it is not a short task.
        fc.pre((project.tasks[place]?.duration.minutes ?? 0) > 0);
        const longer = project.tasks.map((task, i) =>
          i === place
            ? { ...task, duration: { ...task.duration, minutes: task.duration.minutes + more } }
            : task,
        );
        // A percentage of the longer task may be a lead, which may pull others forward.
        const links = project.links.filter(
          ({ lag, type }) => types.includes(type) && !(lag && 'percent' in lag),
        );
        const before = schedule({ ...project, links });
        const after = schedule({ ...project, links, tasks: longer });
        expect(after.finish).toBeGreaterThanOrEqual(before.finish);
      }),
    );
  });

  it('does not depend on the order of tasks and links', () => {
    fc.assert(
      fc.property(any, (project) => {
        const turned = {
          ...project,
          tasks: [...project.tasks].reverse(),
          links: [...project.links].reverse(),
        };
        expect(essence(schedule(turned))).toEqual(essence(schedule(project)));
      }),
      { numRuns: 150 },
    );
  });

  it('after an edit is what a full pass finds', () => {
    fc.assert(
      fc.property(
        any,
        any,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (project, other, nths) => {
          const tasks = nths.map((nth) => editedTask(project, other, nth));
          const edits = [...new Map(tasks.map((task) => [task.id, task])).values()];
          const edited = new Map(edits.map((task) => [task.id, task]));
          const full = schedule({
            ...project,
            tasks: project.tasks.map((task) => edited.get(task.id) ?? task),
          });
          const { calculated } = reschedule(calculate(compile(project)), { tasks: edits });
          expect(resultOf(calculated)).toEqual(full);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names circles and ends, whatever the links', () => {
    fc.assert(
      fc.property(any, (project) => {
        const tasks: ScheduleTask[] = ['x', 'y', 'z'].map((id) => ({
          id,
          duration: { minutes: 480, unit: 'working' },
        }));
        const links = ['xy', 'yz', 'zx'].map((pair) => ({
          predecessorId: pair[0] ?? '',
          successorId: pair[1] ?? '',
          type: 'finishToStart' as const,
        }));
        const { issues } = schedule({
          ...project,
          tasks: [...project.tasks, ...tasks],
          links: [...project.links, ...links],
        });
        expect(issues).toContainEqual({
          kind: 'cycle',
          taskIds: ['x', 'y', 'z'],
          link: project.links.length + 2,
        });
      }),
    );
  });

  it('keeps dates that were set by constraints without links', () => {
    fc.assert(
      fc.property(any, (drawn) => {
        const project: ScheduleProject = { ...drawn, links: [] };
        const dates = byId(schedule(project));
        const parents = new Set(project.tasks.map(({ parentId }) => parentId));
        for (const task of project.tasks) {
          const own = dates.get(task.id);
          const isFree = !task.progress && !task.manual && !parents.has(task.id);
          if (!own || !isFree || task.constraint?.type !== 'startNoEarlierThan') continue;
          if (project.finish === undefined)
            expect(own.start).toBeGreaterThanOrEqual(task.constraint.date);
        }
      }),
    );
  });

  it('has whole days as Microsoft Project has them', () => {
    const project: ScheduleProject = {
      start: minuteOf('2026-03-02T08:00'),
      calendars: [],
      defaultCalendarId: '',
      tasks: [{ id: 'a', duration: { minutes: 960, unit: 'working' } }],
      links: [],
    };
    expect(schedule(project).finish).toBe(minuteOf('2026-03-03T17:00'));
  });
});

/** Working minutes by which a successor stands before what its link asks. */
function missingWork(network: Network, result: ScheduleResult, link: ScheduleLink): number {
  const dates = byId(result);
  const [from, to] = [dates.get(link.predecessorId), dates.get(link.successorId)];
  const place = network.places.get(link.successorId) ?? -1;
  const isToStart = link.type.endsWith('Start');
  // A summary's finish is kept by each task below it, on that task's calendar.
  if (!from || !to || (!isToStart && network.isSummary[place] === 1)) return 0;
  const asked = link.type.startsWith('finish') ? from.finish : from.start;
  // 17:00 keeps what asks for the next morning: no work lies between.
  const clock = network.clocks[place] ?? elapsedClock;
  return workBetween(clock, isToStart ? to.start : to.finish, asked);
}

function editedTask(project: ScheduleProject, other: ScheduleProject, nth: number): ScheduleTask {
  const task = project.tasks[nth % project.tasks.length] ?? project.tasks[0];
  const source = other.tasks[nth % other.tasks.length];
  if (!task || !source) throw new Error('projects have tasks');
  const { parentId, ...rest } = source;
  return { ...rest, id: task.id, ...(task.parentId ? { parentId: task.parentId } : {}) };
}
