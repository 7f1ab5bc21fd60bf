import { useAddressState } from '../navigation/use-address-state.ts';
import { isListState, type ListState, plainListState } from './list-state.ts';

/** The state of a list kept in the address, so that a link shows the same rows. */
export function useAddressListState(name = 'view'): [ListState, (state: ListState) => void] {
  return useAddressState(name, plainListState, isListState);
}
