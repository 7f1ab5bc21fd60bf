import type { LevellingActivity, LevellingLink, LevellingProblem } from '../problem.ts';

/**
 * Reads a file of MPLIB (R. Van Eynde, M. Vanhoucke, "Resource-constrained multi-project scheduling:
 * benchmark datasets and decoupled scheduling", 2020): projects, resources, capacities; for each project
 * "activities release", the resources it uses, and a row "duration demand… count project:activity…" for
 * each activity. All projects share the resources; the makespan is that of all together. Throws a
 * RangeError when the file ends too soon.
 */
export function readMplib(text: string): LevellingProblem {
  const words = text.trim().split(/\s+/);
  let at = 0;
  const word = (): string => {
    const next = words[at];
    if (next === undefined) throw new RangeError(`the file ends after ${at} words`);
    at += 1;
    return next;
  };
  const number = (): number => {
    const found = Number(word());
    if (!Number.isInteger(found)) throw new RangeError(`word ${at} is not a whole number`);
    return found;
  };
  const numbers = (count: number): number[] => Array.from({ length: count }, number);
  const projects = number();
  const capacities = numbers(number());
  const activities: LevellingActivity[] = [];
  const links: LevellingLink[] = [];
  for (let project = 1; project <= projects; project += 1) {
    const size = number();
    const release = number();
    numbers(capacities.length);
    for (let activity = 1; activity <= size; activity += 1) {
      const id = `${project}:${activity}`;
      const duration = number();
      const demands = numbers(capacities.length).flatMap((amount, resource) =>
        amount > 0 && duration > 0 ? [{ resource: `R${resource + 1}`, amount }] : [],
      );
      activities.push({ id, duration, demands, ...(release > 0 ? { release } : {}) });
      const followers = Array.from({ length: number() }, word);
      for (const to of followers) links.push({ from: id, to, type: 'finishToStart', lag: 0 });
    }
  }
  const resources = capacities.map((capacity, resource) => ({ id: `R${resource + 1}`, capacity }));
  return { activities, links, resources };
}
