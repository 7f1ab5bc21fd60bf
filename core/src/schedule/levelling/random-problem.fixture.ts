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
          ...(isRich
            ? { calendars: [{ id: 'week', pauses: spaced(pauses) }], paces: paces(changes) }
            : {}),
        }),
      ),
  );
}

/** As much of Ann as there is of her on the day, and half of it. */
function paces(changes: readonly { gap: number; capacity: number }[]) {
  return [1, 2].map((share) => ({
    id: `ann/${share}`,
    units: Math.ceil(2 / share),
    changes: [
      ...stepped(changes).map(({ from, capacity }) => ({
        from,
        units: Math.ceil(capacity / share),
      })),
      { from: 40, units: Math.ceil(3 / share) },
    ],
  }));
}

/** Work that follows the hours, now and then with a second part of the team until slot 12. */
function partsOf({
  share,
  units,
  hasSecond,
}: {
  share: number;
  units: number;
  hasSecond: boolean;
}) {
  const until = { resource: 'team', until: 12 };
  const first = {
    units,
    pace: `ann/${share}`,
    takes: [{ resource: 'ann' }, { resource: 'team', from: 3 }],
  };
  return hasSecond ? [first, { units: 2, pace: 'ann/2', takes: [until] }] : [first];
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
      parts: rarely(
        fc.record({
          share: fc.constantFrom(1, 2),
          units: fc.integer({ min: 0, max: 9 }),
          hasSecond: fc.boolean(),
        }),
      ),
      pinned: isRich
        ? fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 1 })
        : fc.constant(undefined),
      priority: rarely(fc.integer({ min: 0, max: 5 })),
      current: rarely(fc.integer({ min: 0, max: 10 })),
    })
    .map(({ ann, team, parts, calendar, ...rest }) => ({
      id: `a${at}`,
      ...rest,
      ...(parts ? { parts: partsOf(parts), demands: [] } : { calendar, demands: asked(ann, team) }),
    })) as fc.Arbitrary<LevellingActivity>; // `tidied` drops the keys that are undefined
}

function asked(ann: number, team: number) {
  const demands = [
    { resource: 'ann', amount: ann },
    { resource: 'team', amount: team },
  ];
  return demands.filter((demand) => demand.amount > 0);
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
