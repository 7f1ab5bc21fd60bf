import type { StakeholderPart } from '../deals/stakeholders.ts';

/** How much somebody at the client can do for or against a project, and how much it concerns them. */
export const stakeholderLevels = ['high', 'low'] as const;
/** High or low. */
export type StakeholderLevel = (typeof stakeholderLevels)[number];

/** Where somebody stands on the grid of power and interest. */
export type GridPlace = {
  readonly influence: StakeholderLevel;
  readonly interest: StakeholderLevel;
};

/** What a field of the grid calls for (Mendelow 1991; Eden and Ackermann 1998). */
export const engagements = [
  'manage-closely',
  'keep-satisfied',
  'keep-informed',
  'monitor',
] as const;
/** What a field of the grid calls for. */
export type Engagement = (typeof engagements)[number];

const places: Readonly<Record<Engagement, GridPlace>> = {
  'manage-closely': { influence: 'high', interest: 'high' },
  'keep-satisfied': { influence: 'high', interest: 'low' },
  'keep-informed': { influence: 'low', interest: 'high' },
  monitor: { influence: 'low', interest: 'low' },
};

/** The field of the grid in which somebody stands. */
export function engagementFor({ influence, interest }: GridPlace): Engagement {
  if (influence === 'high') return interest === 'high' ? 'manage-closely' : 'keep-satisfied';
  return interest === 'high' ? 'keep-informed' : 'monitor';
}

/** Influence and interest of a field: what moving somebody there says. */
export function placeOf(engagement: Engagement): GridPlace {
  return places[engagement];
}

/**
 * Where somebody is put at first, by their part in the decision about the deal: who decides, pays or
 * stands against it has influence; who decides, uses or supports it is concerned.
 */
export function usualPlace(part: StakeholderPart): GridPlace {
  const hasInfluence = part === 'decides' || part === 'pays' || part === 'blocks';
  const isConcerned = part === 'decides' || part === 'uses' || part === 'supports';
  return {
    influence: hasInfluence ? 'high' : 'low',
    interest: isConcerned ? 'high' : 'low',
  };
}
