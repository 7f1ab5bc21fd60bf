/** The kinds of record that can be merged. */
export const mergeKinds = ['account', 'contact'] as const;
export type MergeKind = (typeof mergeKinds)[number];

/** The fields of which one of two values must go, by kind, in the order in which people look at them. */
export const mergeFields = {
  account: [
    'name',
    'sector',
    'country',
    'website',
    'ownerId',
    'parentId',
    'lifecycle',
    'employees',
    'annualRevenue',
    'foundedYear',
    'preferredChannel',
    'language',
    'interpreterNote',
    'contactCadenceDays',
    'nextContactOn',
    'notes',
  ],
  contact: ['name', 'jobTitle', 'ownerId', 'preferredChannel', 'language', 'doNotContact', 'notes'],
} as const;
export type MergeField = (typeof mergeFields)[MergeKind][number];

/** A value as a field of a record bears it. */
export type MergeValue = string | number | boolean | null;

/** Which of two values stays; both only where texts can stand under each other. */
export const mergeChoices = ['first', 'second', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/** One of two records, as far as merging looks at it. */
export type MergeSide = {
  readonly id: string;
  /** When it was made; ISO 8601. */
  readonly createdAt: string;
  readonly values: Readonly<Partial<Record<MergeField, MergeValue>>>;
};

/** What is proposed where two records become one. */
export type MergeProposal = {
  readonly keptId: string;
  readonly choices: readonly { readonly field: MergeField; readonly choice: MergeChoice }[];
};

/** Whether a field says nothing: a figure of 0 was never filled in. */
export function isEmptyValue(value: MergeValue | undefined): boolean {
  return value === undefined || value === null || value === false || value === '' || value === 0;
}

/**
 * Proposes to keep the fuller record, of two equally full ones the older; each of its fields stays
 * unless it is empty. Notes that differ are both kept. *Do not contact* said once stays said.
 */
export function proposeMerge(kind: MergeKind, first: MergeSide, second: MergeSide): MergeProposal {
  const fullness = (side: MergeSide) =>
    mergeFields[kind].filter((field) => !isEmptyValue(side.values[field])).length;
  const lead = fullness(first) - fullness(second);
  const isFirst = lead === 0 ? first.createdAt <= second.createdAt : lead > 0;
  const [kept, other] = isFirst ? (['first', 'second'] as const) : (['second', 'first'] as const);
  const values = { first: first.values, second: second.values };
  return {
    keptId: isFirst ? first.id : second.id,
    choices: mergeFields[kind].map((field) => {
      const [own, others] = [values[kept][field], values[other][field]];
      if (isEmptyValue(own) && !isEmptyValue(others)) return { field, choice: other };
      const isTwice = field === 'notes' && !isEmptyValue(others) && own !== others;
      return { field, choice: isTwice ? 'both' : kept };
    }),
  };
}
