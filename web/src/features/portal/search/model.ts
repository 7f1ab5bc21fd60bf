import type { PortalFind, PortalFindKind } from '@evenkeel/contract/portal/searches';

/** The section of a project that shows each kind of thing. */
export const sectionOfKind: Readonly<Record<PortalFindKind, string>> = {
  project: '',
  milestone: 'milestones',
  need: 'needs',
  deliverable: 'deliverables',
  change: 'changes',
  'delay-notice': 'delay-notices',
  decision: 'decisions',
  report: 'reports',
  meeting: 'meetings',
  question: 'questions',
  message: 'messages',
  file: 'files',
};

/** The page on which something stands that was found, and where it stands there. */
export function addressOfFind({ kind, id, project }: PortalFind): string {
  const section = sectionOfKind[kind];
  const page = `/portal/projects/${project.id}${section === '' ? '' : `/${section}`}`;
  if (kind === 'project') return page;
  return kind === 'report' ? `${page}/${id}` : `${page}#${id}`;
}
