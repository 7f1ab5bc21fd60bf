import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderMemory } from './order-memory.ts';

it('knows an order again, and no other (PM-09)', () => {
  const order = fc.uniqueArray(fc.nat({ max: 200 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(fc.array(order, { maxLength: 40 }), (orders) => {
      const memory = orderMemory();
      const known = new Set<string>();
      for (const one of [...orders, ...orders]) {
        expect(memory.isNew(Int32Array.from(one))).toBe(!known.has(one.join()));
        known.add(one.join());
      }
    }),
  );
});
