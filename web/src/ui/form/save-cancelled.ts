/** Thrown by a save that its reader thought better of: nothing was wrong, and nothing is saved. */
export class SaveCancelled extends Error {
  constructor() {
    super('Not saved');
    this.name = 'SaveCancelled';
  }
}
