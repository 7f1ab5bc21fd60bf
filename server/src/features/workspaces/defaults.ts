/** What a new workspace begins with. Rates are per hour, in whole units of the currency. */
export const firstCalendar = 'Working days';

export const firstPipeline = 'Sales';

export const firstStages = [
  { name: 'Qualified', probability: 1_500, outcome: 'open' },
  { name: 'Discovery', probability: 3_500, outcome: 'open' },
  { name: 'Proposal', probability: 5_500, outcome: 'open' },
  { name: 'Negotiation', probability: 7_800, outcome: 'open' },
  { name: 'Won', probability: 10_000, outcome: 'won' },
  { name: 'Lost', probability: 0, outcome: 'lost' },
] as const;

/** Why deals are won and lost, until the firm has reasons of its own. */
export const firstReasons = [
  { outcome: 'won', name: 'Trust and references' },
  { outcome: 'won', name: 'Best approach' },
  { outcome: 'won', name: 'Price' },
  { outcome: 'won', name: 'Knew us already' },
  { outcome: 'lost', name: 'Price' },
  { outcome: 'lost', name: 'Went with another firm' },
  { outcome: 'lost', name: 'No budget' },
  { outcome: 'lost', name: 'Postponed' },
  { outcome: 'lost', name: 'Did it themselves' },
  { outcome: 'lost', name: 'No decision' },
] as const;

export const firstRoles = [
  { name: 'Partner', cost: 95, bill: 220 },
  { name: 'Project manager', cost: 65, bill: 140 },
  { name: 'Consultant', cost: 60, bill: 130 },
  { name: 'Designer', cost: 55, bill: 115 },
  { name: 'Developer', cost: 60, bill: 125 },
] as const;

/** The role of whoever makes the workspace. */
export const ownersRole = 'Partner';

export const firstTeam = 'Delivery';
