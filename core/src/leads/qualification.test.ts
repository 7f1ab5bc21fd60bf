import { expect, test } from 'vitest';
import {
  conversionOf,
  criterionRules,
  defaultLeadDefinition,
  meetsDefinition,
  testLead,
} from './qualification.ts';

const nothing = {
  company: null,
  email: null,
  phone: null,
  interest: '',
  ownerId: null,
  ticked: [],
};
const everything = {
  company: 'Harbour',
  email: 'a@b.example',
  phone: '+49',
  interest: 'A study',
  ownerId: 'p',
  ticked: ['k'],
};

test.each(criterionRules)(
  'the rule %s is met by what it asks for, and by nothing less (CR-10)',
  (rule) => {
    const criteria = [{ key: 'k', name: 'k', rule }];
    expect(meetsDefinition(nothing, criteria)).toBe(false);
    expect(meetsDefinition(everything, criteria)).toBe(true);
  },
);

test('a lead is qualified by the definition a firm begins with when all five are met', () => {
  const { criteria } = defaultLeadDefinition;
  const lead = { ...everything, ticked: ['decides'] };
  const missing = testLead(lead, criteria).filter(({ isMet }) => !isMet);
  expect(missing.map(({ key }) => key)).toEqual(['fits']);
  expect(meetsDefinition({ ...lead, ticked: ['decides', 'fits'] }, criteria)).toBe(true);
});

test('conversion is the share of those decided, and says nothing while none is', () => {
  expect(conversionOf(['new', 'working']).rate).toBeNull();
  expect(conversionOf(['qualified', 'disqualified', 'disqualified', 'new'])).toEqual({
    all: 4,
    open: 1,
    qualified: 1,
    disqualified: 2,
    rate: 3333,
  });
});
