import { portalFindKinds } from '@evenkeel/contract/portal/searches';
import type { ProjectId } from '@evenkeel/core/id';
import { expect, it } from 'vitest';
import { portalSections } from '../sections.ts';
import { addressOfFind, sectionOfKind } from './model.ts';

// The address takes it as it is.
const project = { id: 'p1' as ProjectId, name: 'Migration' };
const found = { id: 'x', name: 'Name', excerpt: '', project };

it('leads from whatever is found to a page that there is (CL-14)', () => {
  const paths = new Set(portalSections.map(({ path }) => path));
  for (const kind of portalFindKinds) expect(paths).toContain(sectionOfKind[kind]);
});

it('leads to the record itself: its page, or where it stands on one', () => {
  expect(addressOfFind({ ...found, kind: 'report' })).toBe('/portal/projects/p1/reports/x');
  expect(addressOfFind({ ...found, kind: 'file' })).toBe('/portal/projects/p1/files#x');
  expect(addressOfFind({ ...found, kind: 'project' })).toBe('/portal/projects/p1');
});
