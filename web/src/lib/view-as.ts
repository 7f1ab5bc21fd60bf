const key = 'evenkeel-view-as';

/** With whose eyes this tab looks at the portal; null for its own. */
export function viewedAs(): string | null {
  return sessionStorage.getItem(key);
}

/** Makes this tab, and no other, look at the portal with the eyes of a client user. */
export function lookAs(wanted: string | null): void {
  if (wanted === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, wanted);
}
