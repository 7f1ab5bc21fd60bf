/** A section of a client project that looks to the client. */
export type ClientSection = {
  /** Behind `/client-projects/:id/client/`. */
  readonly path: string;
  readonly label: string;
};

/** The sections in the order of their tabs; the first is where "Client" leads. */
export const clientSections: readonly ClientSection[] = [
  { path: 'portal', label: 'Portal' },
  { path: 'kick-off', label: 'Kick-off' },
  { path: 'stakeholders', label: 'Stakeholders' },
  { path: 'agreement', label: 'Working agreement' },
  { path: 'promises', label: 'Promises' },
  { path: 'notices', label: 'Delay notices' },
  { path: 'decisions', label: 'Decisions' },
  { path: 'deliverables', label: 'Deliverables' },
  { path: 'needs', label: 'What we need' },
  { path: 'changes', label: 'Changes' },
  { path: 'reports', label: 'Reports' },
  { path: 'meetings', label: 'Meetings' },
  { path: 'questions', label: 'Questions' },
  { path: 'satisfaction', label: 'Satisfaction' },
];
