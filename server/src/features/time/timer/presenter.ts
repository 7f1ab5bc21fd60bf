import type { TimerView } from '@evenkeel/contract/time';
import { moment } from '../../../platform/db/values.ts';
import { presentWork } from '../presenter.ts';
import type { RunningTimer } from './service.ts';

export function presentTimer({ timer, soFar }: RunningTimer): TimerView {
  return {
    id: timer.id,
    version: timer.version,
    ...presentWork(timer),
    startedAt: moment(timer.started_at),
    note: timer.note,
    soFar,
  };
}
