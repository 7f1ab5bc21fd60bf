import type { SatisfactionPage } from '@evenkeel/contract/portal/satisfaction';
import { portalLanguage } from '@evenkeel/core/words/language';
import { faceOf } from '../../../branding/service.ts';
import { presentQuestion } from '../presenter.ts';
import type { showQuestion } from './service.ts';

export function presentPage({
  proven,
  question,
  project,
  firm,
  now,
}: Awaited<ReturnType<typeof showQuestion>>): SatisfactionPage {
  return {
    firm: faceOf(proven.workspace_id, firm),
    language: portalLanguage(proven.language),
    timeZone: firm.time_zone,
    project: project.name,
    projectId: project.id,
    question: presentQuestion(question, now),
  };
}
