import fc from 'fast-check';
import { linkTypes } from '../model.ts';
import type { LevellingActivity, LevellingProblem } from './problem.ts';

type Shape = { readonly size: number; readonly isRich: boolean };

/** Problems of up to `size` activities; rich ones with everything the model knows. */
export function anyProblem({ size, isRich }: Shape): fc.Arbitrary<LevellingProblem> {
  return fc.integer({ min: 1, max: size }).chain((count) =>
    fc
      .record({
        activities: fc.tuple(...Array.from({ length: count }, (_, at) => anyActivity(at, isRich))),
        links: fc.array(anyLink(count, isRich), { maxLength: count * 2 }),
        changes: fc.array(
          fc.record({
            gap: fc.integer({ min: 1, max: 6 }),
            capacity: fc.integer({ min: 0, max: 4 }),
          }),
          { maxLength: isRich ? 3 : 0 },
        ),
        pauses: fc.array(
          fc.record({
            gap: fc.integer({ min: 1, max: 5 }),
            length: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 3 },
        ),
      })
      .map(
        ({ activities, links, changes, pauses }): LevellingProblem => ({
          activities: activities.map(tidied),
          links: links.filter((link) => link !== null),
          resources: [
            { id: 'ann', capacity: 2, changes: [...stepped(changes), { from: 40, capacity: 3 }] },
            { id: 'team', capacity: 3 },
          ].map((resource) => (isRich ? resource : { id: resource.id, capacity: 3 })),
          ...(isRich ? { calendars: [{ id: 'week', pauses: spaced(pauses) }] } : {}),
        }),
      ),
  );
}

function tidied(activity: LevellingActivity): LevellingActivity {
  const entries = Object.entries(activity).filter(([, value]) => value !== undefined);
  // Only absent keys were dropped, so the object is still an activity.
  return Object.fromEntries(entries) as LevellingActivity;
}

function stepped(changes: readonly { gap: number; capacity: number }[]) {
  let from = 0;
  return changes.map(({ gap, capacity }) => {
    from += gap;
    return { from, capacity };
  });
}

function spaced(pauses: readonly { gap: number; length: number }[]) {
  let at = 0;
  return pauses.map(({ gap, length }) => {
    const from = at + gap;
    at = from + length;
    return { from, to: at };
  });
}

function anyActivity(at: number, isRich: boolean) {
  const amount = fc.integer({ min: 0, max: 3 });
  const rarely = <T>(value: fc.Arbitrary<T>) =>
    isRich ? fc.option(value, { nil: undefined, freq: 2 }) : fc.constant(undefined);
  return fc
    .record({
      duration: fc.integer({ min: 0, max: 4 }),
      ann: amount,
      team: amount,
      calendar: rarely(fc.constant('week')),
      release: rarely(fc.integer({ min: 0, max: 8 })),
      due: rarely(
        fc.record({
          slot: fc.integer({ min: 1, max: 12 }),
          weight: fc.integer({ min: 1, max: 3 }),
        }),
      ),
      pinned: isRich
        ? fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 1 })
        : fc.constant(undefined),
      priority: rarely(fc.integer({ min: 0, max: 5 })),
      current: rarely(fc.integer({ min: 0, max: 10 })),
    })
    .map(({ ann, team, ...rest }) => ({
      id: `a${at}`,
      ...rest,
      demands: [
        { resource: 'ann', amount: ann },
        { resource: 'team', amount: team },
      ].filter((demand) => demand.amount > 0),
    })) as fc.Arbitrary<LevellingActivity>; // `tidied` drops the keys that are undefined
}

/** From a lower number to a higher one, so that no circle comes up. */
function anyLink(count: number, isRich: boolean) {
  return fc
    .record({
      one: fc.nat({ max: count - 1 }),
      other: fc.nat({ max: count - 1 }),
      type: isRich ? fc.constantFrom(...linkTypes) : fc.constant('finishToStart' as const),
      lag: isRich ? fc.integer({ min: -2, max: 3 }) : fc.constant(0),
    })
    .map(({ one, other, type, lag }) =>
      one === other
        ? null
        : { from: `a${Math.min(one, other)}`, to: `a${Math.max(one, other)}`, type, lag },
    );
}
