import { defineConfig } from 'vitest/config';

const unit = {
  environment: 'node',
  include: ['src/**/*.test.ts'],
  // Nothing of one file is left for the next but its modules; loading those anew took longer than the tests.
  isolate: false,
  setupFiles: [`${import.meta.dirname}/tools/property-seed.mjs`],
} as const;

/** One project per package, so that `vitest run --project core` needs no database. */
export default defineConfig({
  test: {
    // What was stripped of its types once is kept; a run of one server test spent a third of its time on that.
    experimental: { fsModuleCache: true, fsModuleCachePath: '.cache/vitest' },
    // One for each core: much of a server test is waiting for the database.
    maxWorkers: 2,
    projects: [
      // Properties over random plans and files take their time on a machine that others use as well.
      { root: 'core', test: { ...unit, name: 'core', testTimeout: 60_000 } },
      { root: 'contract', test: { ...unit, name: 'contract' } },
      {
        root: 'server',
        test: {
          ...unit,
          name: 'server',
          globalSetup: ['src/test/database-server.ts'],
          // The sample firm alone takes half a minute on a slow machine, and many tests begin with it.
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 15_000, interval: 50 } },
        },
      },
      {
        root: 'web',
        test: { ...unit, name: 'web', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
      },
    ],
  },
});
