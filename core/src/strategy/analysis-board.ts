/** The kinds of analysis board (ST-37). */
export const boardKinds = [
  'swot',
  'pestel',
  'five-forces',
  'value-chain',
  'seven-s',
  'strategy-canvas',
  'growth-share',
  'business-model',
] as const;
/** A kind of analysis board. */
export type BoardKind = (typeof boardKinds)[number];

/** A section of a board: what belongs into it, and whether that helps or harms. */
export type SectionDefinition = {
  readonly id: string;
  readonly label: string;
  /** One sentence that teaches what belongs here (XC-11). */
  readonly asks: string;
  readonly tone?: 'good' | 'bad';
};

/** What a kind of board is made of. */
export type BoardDefinition = {
  readonly name: string;
  /** What the board is good for, in a sentence. */
  readonly teaches: string;
  /** Who thought of it. */
  readonly source: string;
  /** Rows of section ids on a grid; `.` stays empty. */
  readonly layout: readonly string[];
  readonly sections: readonly SectionDefinition[];
  /** Numbers that its insights bear: levels of competitors, or market share and growth. */
  readonly numbers: 'none' | 'levels' | 'share-growth';
};

/** Every kind of board from one definition: adding a kind is adding a row here. */
export const boardDefinitions: Record<BoardKind, BoardDefinition> = {
  swot: {
    name: 'SWOT',
    teaches: 'Sets what we are good and bad at beside what the world offers and threatens.',
    source: 'Humphrey, 1960s',
    layout: ['strengths weaknesses', 'opportunities threats'],
    numbers: 'none',
    sections: [
      {
        id: 'strengths',
        label: 'Strengths',
        asks: 'What do we do better than others, today?',
        tone: 'good',
      },
      {
        id: 'weaknesses',
        label: 'Weaknesses',
        asks: 'What do we do worse, or not at all?',
        tone: 'bad',
      },
      {
        id: 'opportunities',
        label: 'Opportunities',
        asks: 'What happens outside that we could use?',
        tone: 'good',
      },
      {
        id: 'threats',
        label: 'Threats',
        asks: 'What happens outside that could hurt us?',
        tone: 'bad',
      },
    ],
  },
  pestel: {
    name: 'PESTEL',
    teaches: 'Looks at the world around the market in six directions, so that none is forgotten.',
    source: 'Aguilar, 1967',
    layout: ['political economic social', 'technological environmental legal'],
    numbers: 'none',
    sections: [
      { id: 'political', label: 'Political', asks: 'What do governments and authorities plan?' },
      {
        id: 'economic',
        label: 'Economic',
        asks: 'How do growth, wages, interest and prices move?',
      },
      { id: 'social', label: 'Social', asks: 'How do people live, work and choose differently?' },
      { id: 'technological', label: 'Technological', asks: 'What becomes possible, or cheap?' },
      {
        id: 'environmental',
        label: 'Environmental',
        asks: 'What do climate and resources ask of us?',
      },
      { id: 'legal', label: 'Legal', asks: 'Which laws and rules come, change or go?' },
    ],
  },
  'five-forces': {
    name: 'Five forces',
    teaches: 'Tells how hard it is to earn money in a market, and who takes the rest.',
    source: 'Porter, 1979',
    layout: ['. entrants .', 'suppliers rivalry buyers', '. substitutes .'],
    numbers: 'none',
    sections: [
      { id: 'entrants', label: 'New entrants', asks: 'How easily can somebody new begin?' },
      {
        id: 'suppliers',
        label: 'Suppliers',
        asks: 'Who can ask us for more: people, tools, partners?',
      },
      {
        id: 'rivalry',
        label: 'Rivalry',
        asks: 'How hard do those in the market fight, and by what?',
      },
      { id: 'buyers', label: 'Buyers', asks: 'How easily can clients press prices or leave?' },
      {
        id: 'substitutes',
        label: 'Substitutes',
        asks: 'What could clients do instead of buying this at all?',
      },
    ],
  },
  'value-chain': {
    name: 'Value chain',
    teaches: 'Follows the work from end to end and asks where value and cost arise.',
    source: 'Porter, 1985',
    layout: [
      'infrastructure infrastructure infrastructure infrastructure infrastructure',
      'people people people people people',
      'technology technology technology technology technology',
      'purchasing purchasing purchasing purchasing purchasing',
      'inbound operations outbound marketing service',
    ],
    numbers: 'none',
    sections: [
      {
        id: 'infrastructure',
        label: 'Firm infrastructure',
        asks: 'Leading, planning, finance, quality.',
      },
      {
        id: 'people',
        label: 'People',
        asks: 'Finding, teaching and keeping those who do the work.',
      },
      { id: 'technology', label: 'Technology', asks: 'Methods, tools and what we know.' },
      { id: 'purchasing', label: 'Purchasing', asks: 'What we buy, from whom, on what terms.' },
      { id: 'inbound', label: 'Coming in', asks: 'Briefs, data and people arriving.' },
      { id: 'operations', label: 'Doing it', asks: 'The work itself.' },
      { id: 'outbound', label: 'Handing over', asks: 'How results reach the client.' },
      { id: 'marketing', label: 'Marketing and sales', asks: 'How clients find and choose us.' },
      { id: 'service', label: 'Service', asks: 'What happens afterwards.' },
    ],
  },
  'seven-s': {
    name: '7S',
    teaches: 'Asks whether the parts of the firm fit each other before one of them is changed.',
    source: 'Peters and Waterman, 1980',
    layout: ['strategy structure systems', 'shared shared shared', 'style staff skills'],
    numbers: 'none',
    sections: [
      { id: 'strategy', label: 'Strategy', asks: 'How do we mean to win?' },
      { id: 'structure', label: 'Structure', asks: 'Who answers to whom?' },
      { id: 'systems', label: 'Systems', asks: 'How does work get done from day to day?' },
      { id: 'shared', label: 'Shared values', asks: 'What do we hold to when nobody looks?' },
      { id: 'style', label: 'Style', asks: 'How do those who lead behave?' },
      { id: 'staff', label: 'Staff', asks: 'Who are we, and how many?' },
      { id: 'skills', label: 'Skills', asks: 'What can we really do?' },
    ],
  },
  'strategy-canvas': {
    name: 'Strategy canvas',
    teaches:
      'Draws what each competitor offers, factor by factor: a strategy shows as a line of its own.',
    source: 'Kim and Mauborgne, 2005',
    layout: ['factors factors factors factors', 'eliminate reduce raise create'],
    numbers: 'levels',
    sections: [
      {
        id: 'factors',
        label: 'Factors',
        asks: 'By what do clients compare? Give each competitor a level from 0 to 10.',
      },
      {
        id: 'eliminate',
        label: 'Eliminate',
        asks: 'What does the trade take for granted that nobody needs?',
      },
      { id: 'reduce', label: 'Reduce', asks: 'What could be well below the usual?' },
      { id: 'raise', label: 'Raise', asks: 'What should be well above the usual?' },
      { id: 'create', label: 'Create', asks: 'What has the trade never offered?' },
    ],
  },
  'growth-share': {
    name: 'Growth-share matrix',
    teaches:
      'Sets what we sell against market growth and our share, to see where money comes from and should go.',
    source: 'Henderson, BCG, 1970',
    layout: ['stars questions', 'cows dogs'],
    numbers: 'share-growth',
    sections: [
      { id: 'stars', label: 'Stars', asks: 'Growing market, we lead: invest.', tone: 'good' },
      { id: 'questions', label: 'Question marks', asks: 'Growing market, others lead: decide.' },
      { id: 'cows', label: 'Cash cows', asks: 'Slow market, we lead: earn.', tone: 'good' },
      {
        id: 'dogs',
        label: 'Dogs',
        asks: 'Slow market, others lead: ask why we are there.',
        tone: 'bad',
      },
    ],
  },
  'business-model': {
    name: 'Business model canvas',
    teaches: 'Shows on one page how the firm creates value, delivers it and earns by it.',
    source: 'Osterwalder and Pigneur, 2010',
    layout: [
      'partners partners activities activities proposition proposition relations relations segments segments',
      'partners partners resources resources proposition proposition channels channels segments segments',
      'costs costs costs costs costs revenue revenue revenue revenue revenue',
    ],
    numbers: 'none',
    sections: [
      { id: 'partners', label: 'Key partners', asks: 'Without whom does it not work?' },
      { id: 'activities', label: 'Key activities', asks: 'What must we do well?' },
      { id: 'resources', label: 'Key resources', asks: 'What must we have?' },
      {
        id: 'proposition',
        label: 'Value proposition',
        asks: 'Which problem do we solve, for whom?',
      },
      { id: 'relations', label: 'Client relations', asks: 'How do we win, keep and grow clients?' },
      { id: 'channels', label: 'Channels', asks: 'Where do clients find and get it?' },
      {
        id: 'segments',
        label: 'Client segments',
        asks: 'For whom do we do this, and for whom not?',
      },
      { id: 'costs', label: 'Costs', asks: 'What costs the most?' },
      { id: 'revenue', label: 'Revenue', asks: 'For what do clients really pay?' },
    ],
  },
};

/** Whether a board of this kind has the section. */
export function isSectionOf(kind: BoardKind, section: string): boolean {
  return boardDefinitions[kind].sections.some(({ id }) => id === section);
}

/** Market growth in basis points a year from which a market counts as growing. */
export const highGrowth = 1_000;

/**
 * The field of the growth-share matrix that the numbers say; null until both are known.
 * @param share relative market share in hundredths: ours ÷ that of the largest competitor; 100 leads
 * @param growth of the market in basis points a year
 */
export function growthShareField(share: number | null, growth: number | null): string | null {
  if (share === null || growth === null) return null;
  const isLeading = share >= 100;
  if (growth >= highGrowth) return isLeading ? 'stars' : 'questions';
  return isLeading ? 'cows' : 'dogs';
}

/** Levels of a factor by competitor, 0 to 10. */
export type Levels = Readonly<Record<string, number>>;

/**
 * Levels after the competitors of a board have been changed: one name changed in its place is a new
 * name for the same competitor; what is gone is dropped.
 * @example levelsAfter({ Us: 7, Rival: 4 }, ['Us', 'Rival'], ['Us', 'Rival Ltd']) // { Us: 7, 'Rival Ltd': 4 }
 */
export function levelsAfter(
  levels: Levels,
  before: readonly string[],
  after: readonly string[],
): Levels {
  const changed = before.flatMap((name, index) => (name === after[index] ? [] : [index]));
  const [only] = changed;
  const isRename = before.length === after.length && changed.length === 1 && only !== undefined;
  const entries = after.flatMap((name, index) => {
    const old = isRename && index === only ? before[index] : name;
    const level = old === undefined ? undefined : levels[old];
    return level === undefined ? [] : [[name, level] as const];
  });
  return Object.fromEntries(entries);
}
