/** How heavy an insight is, from light to heavy. */
export const weightLabels: readonly string[] = ['Light', 'Matters', 'Heavy'];
