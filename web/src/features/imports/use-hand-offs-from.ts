import { type CalendarDate, isRecordDate } from '@evenkeel/core/calendar-date';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';

/** The day from which signed contracts that come in get a hand-off; null for none. In the address. */
export function useHandOffsFrom(): [CalendarDate | null, (day: CalendarDate | null) => void] {
  const [text, setText] = useAddressState<string>('handOffsFrom', '', isDayOrNothing);
  return [isRecordDate(text) ? text : null, (day) => setText(day ?? '')];
}

function isDayOrNothing(text: unknown): text is string {
  return text === '' || (typeof text === 'string' && isRecordDate(text));
}
