/**
 * Parts of the product that a firm can switch off until it needs them (XC-04). What is not here is
 * always on: without accounts, deals, projects, goals, initiatives and hours there is no balance.
 */
export const modules = [
  'actions',
  'analysis',
  'scorecard',
  'goal-views',
  'leads',
  'quotes',
  'customer-goals',
  'products',
  'schedule',
  'timesheets',
] as const;
/** A part of the product that can be switched off. */
export type Module = (typeof modules)[number];

/** What a firm that begins small can do without at first. */
export const laterModules: readonly Module[] = [
  'analysis',
  'scorecard',
  'goal-views',
  'customer-goals',
  'products',
  'schedule',
  'timesheets',
];
