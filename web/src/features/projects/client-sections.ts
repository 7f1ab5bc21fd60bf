/** A section of a client project that looks to the client. */
export type ClientSection = {
  /** Behind `/client-projects/:id/client/`. */
  readonly path: string;
  readonly label: string;
};

type SectionGroup = { readonly label: string; readonly sections: readonly ClientSection[] };

/** The sections in the order of their tabs, by what they are for. */
export const clientSectionGroups: readonly SectionGroup[] = [
  {
    label: 'Set up',
    sections: [
      { path: 'portal', label: 'Portal' },
      { path: 'kick-off', label: 'Kick-off' },
      { path: 'stakeholders', label: 'Stakeholders' },
      { path: 'agreement', label: 'Working agreement' },
    ],
  },
  {
    label: 'Promised',
    sections: [
      { path: 'promises', label: 'Promises' },
      { path: 'notices', label: 'Delay notices' },
      { path: 'decisions', label: 'Decisions' },
      { path: 'changes', label: 'Changes' },
    ],
  },
  {
    label: 'Handed over',
    sections: [
      { path: 'deliverables', label: 'Deliverables' },
      { path: 'needs', label: 'What we need' },
    ],
  },
  {
    label: 'In touch',
    sections: [
      { path: 'reports', label: 'Reports' },
      { path: 'meetings', label: 'Meetings' },
      { path: 'questions', label: 'Questions' },
      { path: 'satisfaction', label: 'Satisfaction' },
    ],
  },
];

/** All sections; the first is where "Client" leads. */
export const clientSections: readonly ClientSection[] = clientSectionGroups.flatMap(
  ({ sections }) => sections,
);
