import { randomInteger, seededRandom } from '@evenkeel/core/random';
import { mondayOf } from '../../ui/gantt/gantt-scale.ts';
import type {
  PlannerBar,
  PlannerLane,
  PlannerSection,
  PlannerWork,
} from '../../ui/planner/planner-types.ts';

/** People, placeholders and what they are planned for: for looking at and measuring. */
export type SamplePlanner = {
  readonly sections: readonly PlannerSection[];
  readonly bars: readonly PlannerBar[];
  readonly range: { readonly first: number; readonly last: number };
  readonly today: number;
};

const firstNames = ['Ada', 'Grace', 'Alan', 'Kat', 'Edsger', 'Linus', 'Barbara', 'Tim', 'Frances'];
const lastNames = ['Lovelace', 'Hopper', 'Turing', 'Johnson', 'Dijkstra', 'Liskov', 'Allen'];
const roles = ['Designer', 'Developer', 'Consultant', 'Analyst', 'Project manager'];
const teams = ['Studio', 'Data', 'Advisory'];
const clients = ['Northwind', 'Initech', 'Contoso', 'Umbrella', 'Hooli'];
const things = ['data platform', 'CRM roll-out', 'price study', 'web shop', 'training'];

/** 2026-11-30, a Monday. */
const today = 20_787;
const weeks = 52;

/** So many people for 52 weeks with about four allocations a month each; the same each time. */
export function samplePlanner(count: number): SamplePlanner {
  const random = seededRandom(5);
  const first = mondayOf(today) - 7 * 8;
  const last = first + weeks * 7 - 1;
  const works = worksFor(Math.max(12, Math.round(count / 3)));
  const people = Array.from({ length: count }, (_, nth) => person(nth, random));
  const bars = people.flatMap((lane) => barsFor(lane, { works, first, last, random }));
  const open = Array.from({ length: Math.max(2, Math.round(count / 40)) }, (_, nth) =>
    placeholder(nth),
  );
  const openBars = open.map((lane, nth) => ({
    ...barOf(lane, works[nth] ?? works[0] ?? nothing, nth),
    start: today + nth * 7,
    end: today + nth * 7 + 32,
  }));
  return {
    sections: [
      { id: 'placeholders', label: 'Placeholders', lanes: open },
      { id: 'people', label: 'People', lanes: people },
    ],
    bars: [...openBars, ...bars],
    range: { first, last },
    today,
  };
}

const nothing: PlannerWork = { id: 'w', name: 'Work', detail: '', tone: 'client' };

function worksFor(count: number): PlannerWork[] {
  return Array.from({ length: count }, (_, nth) => ({
    id: `w${nth}`,
    name: `${clients[nth % clients.length]} ${things[nth % things.length]}`,
    detail: clients[nth % clients.length] ?? '',
    tone: nth % 4 === 3 ? 'initiative' : 'client',
  }));
}

function person(nth: number, random: () => number): PlannerLane {
  const minutes = random() < 0.2 ? 240 : 480;
  const awayFrom = today + randomInteger(random, -40, 200);
  const isAway = (day: number) => day >= awayFrom && day < awayFrom + 8;
  const first = firstNames[nth % firstNames.length];
  const round = Math.floor(nth / (firstNames.length * lastNames.length));
  return {
    id: `p${nth}`,
    kind: 'person',
    name: `${first} ${lastNames[nth % lastNames.length]}${round === 0 ? '' : ` ${round + 1}`}`,
    detail: `${roles[nth % roles.length]}, ${teams[nth % teams.length]}`,
    capacityOn: (day) => (isWeekday(day) && !isAway(day) && day !== 20_812 ? minutes : 0),
    awayOn: (day) => (day === 20_812 ? 'holiday' : isAway(day) && isWeekday(day) ? 'leave' : null),
  };
}

function placeholder(nth: number): PlannerLane {
  return {
    id: `placeholder ${nth}`,
    kind: 'placeholder',
    name: roles[nth % roles.length] ?? '',
    detail: nth % 2 === 0 ? 'User research' : 'SQL, statistics',
    capacityOn: (day) => (isWeekday(day) ? 480 : 0),
    awayOn: () => null,
  };
}

type BarsInput = {
  readonly works: readonly PlannerWork[];
  readonly first: number;
  readonly last: number;
  readonly random: () => number;
};

/** Two strands of work side by side, each allocation one to three weeks long. */
function barsFor(lane: PlannerLane, { works, first, last, random }: BarsInput): PlannerBar[] {
  const bars: PlannerBar[] = [];
  for (let strand = 0; strand < 2; strand += 1) {
    for (let day = first; day < last; ) {
      const length = randomInteger(random, 1, 3) * 7;
      const work = works[randomInteger(random, 0, works.length - 1)] ?? nothing;
      const bar = barOf(lane, work, bars.length);
      const minutesPerDay = randomInteger(random, 1, 5) * 60;
      const isTentative = random() < 0.2;
      bars.push({
        ...bar,
        start: day,
        end: day + length - 3,
        effort: { by: 'day', minutesPerDay },
        certainty: isTentative ? 'tentative' : 'confirmed',
      });
      day += length;
    }
  }
  return bars;
}

function barOf(lane: PlannerLane, work: PlannerWork, nth: number): PlannerBar {
  return {
    id: `${lane.id} b${nth}`,
    laneId: lane.id,
    work,
    start: today,
    end: today,
    effort: { by: 'share', basisPoints: 5_000 },
    certainty: 'confirmed',
    isEditable: true,
  };
}

function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5;
}
