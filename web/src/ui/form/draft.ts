/** What somebody has typed into a field that saves itself, and what it was typed over. */
export type Draft<Value> = {
  readonly value: Value;
  /** The saved value, as JSON, that the reader saw when they began. */
  readonly over: string;
  /** `saved`: whatever the server says next takes its place. */
  readonly state: 'typed' | 'sending' | 'saved';
};

/** Whether somebody else has changed the field under what is being typed. */
export function isOvertaken<Value>(draft: Draft<Value> | undefined, saved: string): boolean {
  if (draft === undefined || draft.state !== 'typed') return false;
  return draft.over !== saved && JSON.stringify(draft.value) !== saved;
}

/**
 * What is left of a draft when the server tells another value. One's own write, once it comes back,
 * is the new ground for what was typed since; a write of somebody else throws nothing away.
 */
export function draftAfter<Value>(
  draft: Draft<Value> | undefined,
  saved: string,
  isOwn: boolean,
): Draft<Value> | undefined {
  if (draft === undefined || draft.state === 'saved') return undefined;
  if (JSON.stringify(draft.value) === saved) return undefined;
  return draft.state === 'typed' && isOwn ? { ...draft, over: saved } : draft;
}

/** What a value is typed over: one's own last one, where that is still on its way. */
export function groundOf<Value>(draft: Draft<Value> | undefined, saved: string): string {
  if (draft === undefined) return saved;
  return draft.state === 'typed' ? draft.over : JSON.stringify(draft.value);
}
