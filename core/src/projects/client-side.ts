/** On whose side a task lies: the firm's own, or the client's (an input, an access, an approval). */
export const clientSides = ['ours', 'client'] as const;
/** On whose side a task lies. */
export type ClientSide = (typeof clientSides)[number];
