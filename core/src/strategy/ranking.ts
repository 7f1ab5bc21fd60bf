/** What the firm scores or counts when it ranks its initiatives (ST-08, ST-35). */
export const rankingMeasures = ['value', 'effort', 'goals', 'own'] as const;
export type RankingMeasure = (typeof rankingMeasures)[number];

/** Scores that people give run from 1 to this. */
export const highestScore = 10;

/** A criterion with its weight; `own` ones are the firm's, named by their key. */
export type RankingCriterion = {
  readonly key: string;
  readonly measure: RankingMeasure;
  /** Whole number from 0 to 100; only its share of all weights counts. */
  readonly weight: number;
};

/** The criteria that always stand, as a firm finds them before it has set its own weights. */
export const firstCriteria = [
  {
    measure: 'value',
    name: 'Value',
    question: 'How much is it worth to us, from 1 to 10?',
    weight: 40,
  },
  {
    measure: 'effort',
    name: 'Little effort',
    question: 'How much time, money and attention does it take? 1 is little, 10 very much.',
    weight: 20,
  },
  {
    measure: 'goals',
    name: 'Goals',
    question: 'How strongly does it help our goals? Counted from its links.',
    weight: 40,
  },
] as const;

/** What is known of an initiative. Scores from 1 to 10, null where nobody has given one. */
export type RankedInitiative = {
  readonly value: number | null;
  readonly effort: number | null;
  /** Strengths of its links to goals, from -2 to 2. */
  readonly strengths: readonly number[];
  readonly own: ReadonlyMap<string, number>;
};

/** One criterion of one initiative: what went in, and what it adds to the score. */
export type RankingPart = {
  readonly key: string;
  /** From 0 to 10 the way it counts, so that more is always better; null when it is not known. */
  readonly points: number | null;
  readonly weight: number;
  /** `points × weight ÷ all weights`, in hundredths; the parts add up to the score. */
  readonly adds: number | null;
};

/** The score of an initiative in hundredths, 0 to 1000; null while a part that counts is not known. */
export type RankingScore = {
  readonly score: number | null;
  readonly parts: readonly RankingPart[];
  /** Keys of the criteria that still have no score. */
  readonly missing: readonly string[];
};

/** Together this many points of strength count as the whole contribution. */
const fullContribution = 4;

/**
 * What the links to goals are worth, from 0 to 10: their strengths added up, where 4 (two goals
 * strongly helped) is all that counts and what hurts is taken off.
 * @example goalPoints([2, 1]) // 7.5
 */
export function goalPoints(strengths: readonly number[]): number {
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  return (Math.min(fullContribution, Math.max(0, sum)) / fullContribution) * highestScore;
}

/**
 * Scores one initiative: the weighted mean of its points, with effort turned round (11 − effort), so
 * that little effort counts much. Client projects are never ranked here (IN-02). A criterion without
 * weight is left out. A score is given only when every part of it is known, since a guess would
 * reward whoever left a field empty.
 */
export function rankingScore(
  initiative: RankedInitiative,
  criteria: readonly RankingCriterion[],
): RankingScore {
  const counted = criteria.filter(({ weight }) => weight > 0);
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
  const parts = counted.map(({ key, measure, weight }): RankingPart => {
    const points = pointsOf(initiative, measure, key);
    return {
      key,
      points,
      weight,
      adds: points === null ? null : Math.round((points * weight * 100) / whole),
    };
  });
  const missing = parts.filter(({ points }) => points === null).map(({ key }) => key);
  const isKnown = parts.length > 0 && missing.length === 0;
  return {
    score: isKnown ? parts.reduce((sum, { adds }) => sum + (adds ?? 0), 0) : null,
    parts,
    missing,
  };
}

/** Best first; what has no score yet stands last, in the order it came. */
export function rankedOrder<Item extends { readonly score: number | null }>(
  items: readonly Item[],
): Item[] {
  return items.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

function pointsOf(
  initiative: RankedInitiative,
  measure: RankingMeasure,
  key: string,
): number | null {
  switch (measure) {
    case 'value':
      return initiative.value;
    case 'effort':
      return initiative.effort === null ? null : highestScore + 1 - initiative.effort;
    case 'goals':
      return goalPoints(initiative.strengths);
    case 'own':
      return initiative.own.get(key) ?? null;
  }
}
