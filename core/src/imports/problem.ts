import type { ImportKind } from './kinds.ts';

/** What can be wrong with a row or cell, or needs somebody's word before it goes in. */
export const problemCodes = [
  'row-shape',
  'required-missing',
  'duplicate',
  'date-unreadable',
  'number-unreadable',
  'value-unreadable',
  'amount-rounded',
  'text-too-long',
  'misspelt',
  'account-missing',
  'reference-unknown',
  'stage-unknown',
  'opened-missing',
  'closed-without-date',
  'closes-before-open',
  'value-missing',
  'won-without-value',
  'value-negative',
  'parent-loop',
  'in-trash',
  'will-change',
] as const;

/** One of `problemCodes`. */
export type ProblemCode = (typeof problemCodes)[number];

/** What can be done about a group of problems. */
export const choiceActions = [
  'use',
  'create',
  'empty',
  'skip',
  'keep',
  'correct',
  'first',
  'last',
  'today',
  'zero',
  'price',
  'cut',
  'round',
  'update',
  'restore',
] as const;

/** One of `choiceActions`. */
export type ChoiceAction = (typeof choiceActions)[number];

/** A decision about a group. `target` names a record for `use`; `probability` goes with a new stage. */
export type Choice = {
  readonly action: ChoiceAction;
  readonly target: string | null;
  /** Basis points. */
  readonly probability: number | null;
};

/** What an import writes. */
export const recordKinds = ['team', 'person', 'product', 'account', 'stage', 'deal'] as const;

/** One of `recordKinds`. */
export type RecordKind = (typeof recordKinds)[number];

/** A decision that is offered. */
export type ChoiceOption = {
  readonly action: ChoiceAction;
  readonly label: string;
  /** The record it uses, when that is settled; null when `picks` says what to pick. */
  readonly target: string | null;
  readonly picks: RecordKind | null;
  /** Chance of winning offered for a new stage, in basis points. */
  readonly probability: number | null;
};

/** Problems of one sort that one decision settles. */
export type ProblemGroup = {
  /** Stable over runs, so that a decision can be remembered. */
  readonly key: string;
  readonly code: ProblemCode;
  readonly kind: ImportKind;
  /** Key of the field, null when the whole row is meant. */
  readonly field: string | null;
  /** The value all of them share, null when they differ. */
  readonly value: string | null;
  /** For the head of the group: "Deals without an account". */
  readonly title: string;
  /** For each row: "No account is named." */
  readonly message: string;
  readonly options: readonly ChoiceOption[];
  readonly standard: Choice;
  readonly chosen: Choice;
  readonly count: number;
};

/** One problem: where it stands and to which group it belongs. */
export type Problem = {
  readonly fileId: string;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** Header of the column, null when the whole row is meant. */
  readonly column: string | null;
  readonly value: string;
  readonly groupKey: string;
};

/** A choice without target or probability. */
export function plainChoice(action: ChoiceAction): Choice {
  return { action, target: null, probability: null };
}

/** An option without target or probability. */
export function plainOption(action: ChoiceAction, label: string): ChoiceOption {
  return { action, label, target: null, picks: null, probability: null };
}

/** Leave the row out. */
export const skipOption: ChoiceOption = plainOption('skip', 'Leave these rows out');
