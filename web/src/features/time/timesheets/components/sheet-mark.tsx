import type { TimesheetState } from '@evenkeel/core/time/timesheet';
import { StageMark } from '../../../../ui/marks/stage-mark.tsx';
import { sheetStates } from '../model.ts';

/** Where the timesheet of a week stands: shape, colour and word. */
export function SheetMark({ state }: { readonly state: TimesheetState }) {
  return <StageMark {...sheetStates[state]} />;
}
