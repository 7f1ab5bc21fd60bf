import { type Module, modules } from '@evenkeel/core/workspaces/module';

type ModuleWords = {
  readonly label: string;
  /** What is gone while it is switched off. */
  readonly says: string;
  /** The addresses that belong to it. */
  readonly paths: RegExp;
};

/** Each part that can be switched off, in the words of the screens. */
export const moduleWords: Record<Module, ModuleWords> = {
  actions: {
    label: 'Actions',
    says: 'Small to-dos on any record, with an owner and a day.',
    paths: /^\/actions(\/|$)/,
  },
  analysis: {
    label: 'Analysis boards',
    says: 'SWOT, PESTEL, five forces and the like, with what each finding led to.',
    paths: /^\/(analysis|insights)(\/|$)/,
  },
  scorecard: {
    label: 'Scorecard',
    says: 'KPIs of all goals under four perspectives. Goals keep their own KPIs.',
    paths: /^\/scorecard(\/|$)/,
  },
  'goal-views': {
    label: 'Why-ladders, goal matrix, strategy map',
    says: 'Ways to see what serves which goal, and why.',
    paths: /^\/goals\/(matrix|map|ladders)$|^\/initiatives\/[^/]+\/why$/,
  },
  leads: {
    label: 'Leads',
    says: 'Interest that nobody has looked into yet, and what makes it a deal.',
    paths: /^\/leads(\/|$)/,
  },
  quotes: {
    label: 'Quotes',
    says: 'Offers with lines, versions and PDF. Deals keep their value and contract.',
    paths: /^\/quotes(\/|$)/,
  },
  'customer-goals': {
    label: 'What customers want',
    says: 'Goals and initiatives of the accounts, and which deal serves them.',
    paths: /^\/customer-goals(\/|$)/,
  },
  products: {
    label: 'Products',
    says: 'What is sold at a price, and the lines of products on deals.',
    paths: /^\/products(\/|$)/,
  },
  schedule: {
    label: 'Schedule of all work',
    says: 'Every project on one time axis. Each project keeps its own.',
    paths: /^\/(schedule|timeline)(\/|$)/,
  },
  timesheets: {
    label: 'Timesheets',
    says: 'Weeks that are submitted and approved. Hours are logged all the same.',
    paths: /^\/time\/timesheets(\/|$)/,
  },
};

/** The part that an address belongs to; null for what is always on. */
export function moduleOf(href: string): Module | null {
  const path = href.split(/[?#]/)[0] ?? href;
  return modules.find((module) => moduleWords[module].paths.test(path)) ?? null;
}
