import { leadImports } from '@evenkeel/contract/lead-imports';
import { useApiWrite } from '../../lib/queries.ts';

export function useLeadPreview() {
  return useApiWrite(leadImports.preview, { subjects: [] });
}

export function useLeadImport() {
  return useApiWrite(leadImports.run, { subjects: ['lead', 'custom_value'] });
}
