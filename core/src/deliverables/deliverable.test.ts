import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approvalDecisions, manifestOf, versionOutcome } from './deliverable.ts';

const decision = fc.constantFrom(...approvalDecisions, null);

test('one no rejects, a yes of all approves, anything else waits (CL-25)', () => {
  fc.assert(
    fc.property(fc.array(decision), (decisions) => {
      const outcome = versionOutcome(decisions);
      expect(outcome === 'rejected').toBe(decisions.some((one) => one === 'rejected'));
      expect(outcome === 'approved').toBe(
        decisions.length > 0 && decisions.every((one) => one === 'approved'),
      );
    }),
  );
});

test('the manifest of files does not depend on their order, but on every name and hash', () => {
  const a = { name: 'a.pdf', sha256: '1'.repeat(64) };
  const b = { name: 'b.pdf', sha256: '0'.repeat(64) };
  expect(manifestOf([a, b])).toBe(manifestOf([b, a]));
  expect(manifestOf([a, b])).not.toBe(manifestOf([a, { ...b, name: 'c.pdf' }]));
  expect(manifestOf([a])).toBe(`${'1'.repeat(64)}  a.pdf\n`);
});
