import { workspaces } from '@evenkeel/contract/workspaces';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** The tables whose rows tick a step off. */
const subjects = [
  'account',
  'strategic_plan',
  'goal',
  'project',
  'hand_off',
  'time_entry',
  'member',
];

export function useChecklist() {
  return useApi(workspaces.checklist, {}, { subjects });
}

export function useHideChecklist() {
  return useApiWrite(workspaces.hideChecklist, { subjects: ['member'] });
}
