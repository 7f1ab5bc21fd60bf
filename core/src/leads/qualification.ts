/** Where a lead stands (CR-10). */
export const leadStates = ['new', 'working', 'qualified', 'disqualified'] as const;
export type LeadState = (typeof leadStates)[number];

export const leadStateLabels: Readonly<Record<LeadState, string>> = {
  new: 'New',
  working: 'Working',
  qualified: 'Qualified',
  disqualified: 'Disqualified',
};

/** How a criterion is found to be met: ticked by somebody, or read from the lead. */
export const criterionRules = [
  'ticked',
  'has-email',
  'has-phone',
  'has-company',
  'has-interest',
  'has-owner',
] as const;
export type CriterionRule = (typeof criterionRules)[number];

export const criterionRuleLabels: Readonly<Record<CriterionRule, string>> = {
  ticked: 'Ticked by hand',
  'has-email': 'An e-mail address is known',
  'has-phone': 'A phone number is known',
  'has-company': 'The company is known',
  'has-interest': 'Their interest is written down',
  'has-owner': 'Somebody of ours owns it',
};

/** One line of the written definition of a qualified lead. */
export type LeadCriterion = {
  /** Names the criterion for good, however its words change. */
  readonly key: string;
  readonly name: string;
  readonly rule: CriterionRule;
};

/** The written definition of a qualified lead: words for people, criteria for the test. */
export type LeadDefinition = { readonly text: string; readonly criteria: readonly LeadCriterion[] };

/** What a firm begins with; sales and marketing write their own together. */
export const defaultLeadDefinition: LeadDefinition = {
  text: 'A lead is qualified when we know who they are, what they want, that they can decide or lead us to who can, and that it is work we do.',
  criteria: [
    { key: 'reach', name: 'We can reach them by e-mail', rule: 'has-email' },
    { key: 'company', name: 'We know their company', rule: 'has-company' },
    { key: 'interest', name: 'We know what they want', rule: 'has-interest' },
    { key: 'decides', name: 'They decide, or lead us to who does', rule: 'ticked' },
    { key: 'fits', name: 'It is work we do and can price', rule: 'ticked' },
  ],
};

/** What of a lead the rules read. */
export type LeadFacts = {
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly interest: string;
  readonly ownerId: string | null;
  readonly ticked: readonly string[];
};

export type CriterionVerdict = LeadCriterion & { readonly isMet: boolean };

/** Each criterion of the definition, and whether this lead meets it. */
export function testLead(
  lead: LeadFacts,
  criteria: readonly LeadCriterion[],
): readonly CriterionVerdict[] {
  return criteria.map((criterion) => ({ ...criterion, isMet: isMet(lead, criterion) }));
}

/** Whether a lead meets every criterion. Without criteria every lead does. */
export function meetsDefinition(lead: LeadFacts, criteria: readonly LeadCriterion[]): boolean {
  return testLead(lead, criteria).every((verdict) => verdict.isMet);
}

/** Leads counted by what became of them. */
export type Conversion = {
  readonly all: number;
  readonly open: number;
  readonly qualified: number;
  readonly disqualified: number;
  /** Qualified of those decided, in basis points; null while none is decided. */
  readonly rate: number | null;
};

/** What became of leads: the share that was qualified of those that were decided. */
export function conversionOf(states: readonly LeadState[]): Conversion {
  const count = (state: LeadState) => states.filter((other) => other === state).length;
  const qualified = count('qualified');
  const disqualified = count('disqualified');
  const decided = qualified + disqualified;
  return {
    all: states.length,
    open: states.length - decided,
    qualified,
    disqualified,
    rate: decided === 0 ? null : Math.round((qualified / decided) * 10_000),
  };
}

function isMet(lead: LeadFacts, { key, rule }: LeadCriterion): boolean {
  switch (rule) {
    case 'ticked':
      return lead.ticked.includes(key);
    case 'has-email':
      return isWritten(lead.email);
    case 'has-phone':
      return isWritten(lead.phone);
    case 'has-company':
      return isWritten(lead.company);
    case 'has-interest':
      return isWritten(lead.interest);
    case 'has-owner':
      return lead.ownerId !== null;
  }
}

function isWritten(text: string | null): boolean {
  return (text ?? '').trim() !== '';
}
