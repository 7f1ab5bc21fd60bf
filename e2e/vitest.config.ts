import { defineConfig } from 'vitest/config';

/** Journeys through the built app in a real browser; one server for all of them. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.spec.ts'],
    globalSetup: ['running-app.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A busy machine may need longer than the usual second to show what was changed.
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
});
