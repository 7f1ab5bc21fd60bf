/** Where a question stands: drafted by us, asked by the client, answered for all to read, put aside. */
export const questionStates = ['drafted', 'asked', 'published', 'dismissed'] as const;
/** Where a question stands. */
export type QuestionState = (typeof questionStates)[number];
