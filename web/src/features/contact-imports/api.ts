import { contactImports } from '@evenkeel/contract/contact-imports';
import { useApiWrite } from '../../lib/queries.ts';

export function useContactPreview() {
  return useApiWrite(contactImports.preview, { subjects: [] });
}

export function useContactImport() {
  return useApiWrite(contactImports.run, {
    subjects: ['contact', 'contact_account', 'contact_email', 'contact_phone', 'account'],
  });
}
