import type { PortalProject } from '@evenkeel/contract/portal/portal';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { useState } from 'react';
import { usePortalWords } from '../portal-context.ts';
import { PortalPart } from '../portal-part.tsx';
import { usePortalSatisfaction } from './api.ts';
import { OpenQuestions } from './open-questions.tsx';

/** What waits for a rating, where the reader comes in; what they answer here stays until they leave. */
export function RatePart({ project }: { readonly project: PortalProject }) {
  const words = usePortalWords(satisfactionWords);
  const { data } = usePortalSatisfaction(project.id);
  const [openedAt] = useState(() => new Date().toISOString());
  const rows = (data?.rows ?? []).filter(
    ({ isOpen, answeredAt }) => isOpen && (answeredAt === null || answeredAt > openedAt),
  );
  if (rows.length === 0) return null;
  return (
    <PortalPart title={words('openTitle')}>
      <OpenQuestions project={project} rows={rows} />
    </PortalPart>
  );
}
