/** The keys of a Gantt chart, for the list that a person may open. */
export const ganttKeyList: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: 'arrowdown', does: 'The line below; ↑ the one above' },
  { keys: 'arrowright', does: 'Unfold, then on to the bar' },
  { keys: 'arrowleft', does: 'Fold, or up to what it is part of' },
  { keys: 'enter', does: 'Open it' },
  { keys: 'm', does: 'Its menu' },
  { keys: 'v', does: 'Show it to the client, or hide it' },
  { keys: '/', does: 'Find a task or a person' },
  { keys: 't', does: 'Today' },
  { keys: 'plus', does: 'Closer; − for farther, 0 for all of it' },
  { keys: 'mod+z', does: 'Undo' },
  { keys: 'mod+shift+z', does: 'Redo' },
];

/** Keys that act on a bar; Enter saves what they did, Escape takes it back. */
export const ganttBarKeyList: typeof ganttKeyList = [
  { keys: 'arrowright', does: 'A step later; ← earlier' },
  { keys: 'mod+arrowright', does: 'A week later; with ← earlier' },
  { keys: 'shift+arrowright', does: 'Longer; with ← shorter' },
  { keys: '.', does: 'More of it is done; , less' },
  { keys: 's', does: 'Split it: arrows say how long it pauses' },
  { keys: 'l', does: 'Let another wait for it: arrows choose' },
  { keys: 'enter', does: 'Save' },
  { keys: 'escape', does: 'Take it back; again: back to the names' },
];

/** What the pointer does. */
export const ganttPointerList: readonly { readonly what: string; readonly does: string }[] = [
  { what: 'Drag a bar', does: 'moves it, and what waits for it' },
  { what: 'Drag its end', does: 'makes it longer or shorter' },
  { what: 'Drag the wedge below it', does: 'sets how much is done' },
  { what: 'Drag a ring beside it', does: 'to the bar that waits for it' },
  { what: 'Ctrl and the wheel', does: 'looks closer or from farther' },
];
