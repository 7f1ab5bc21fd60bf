import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { useMemo } from 'react';
import { useCustomFields } from '../custom-fields/api.ts';

/** The firm's own fields to which columns can go, by the kind of file. */
export function useOwnFields(): OwnFields {
  const accounts = useCustomFields('account');
  const deals = useCustomFields('deal');
  return useMemo(() => ({ accounts, deals }), [accounts, deals]);
}
