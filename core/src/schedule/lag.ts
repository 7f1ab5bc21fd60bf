import { at } from './column.ts';
import type { Minute } from './model.ts';
import type { Network } from './network.ts';
import { lagUnits } from './values.ts';
import { addWork } from './work-clock.ts';

/**
 * `date` moved by the lag of a link (or back, with `sign` -1). Working lags count on the successor's
 * calendar, as Microsoft Project counts them; shares are shares of the predecessor's duration.
 */
export function addLag(network: Network, link: number, date: Minute, sign: 1 | -1 = 1): Minute {
  const { links, values, isMirrored, clocks } = network;
  const amount = at(links.lag, link);
  if (amount === 0) return date;
  const unit = links.lagUnit[link];
  // In a mirrored network the predecessor of the plan stands at the link's other end.
  const predecessor = at(isMirrored ? links.to : links.from, link);
  const successor = at(isMirrored ? links.from : links.to, link);
  const isShare = unit === lagUnits.percent || unit === lagUnits.elapsedPercent;
  const minutes = sign * (isShare ? amount * at(values.duration, predecessor) : amount);
  const isElapsed =
    unit === lagUnits.elapsed ||
    unit === lagUnits.elapsedPercent ||
    (unit === lagUnits.percent && at(values.isElapsed, predecessor) === 1);
  const clock = clocks[successor];
  return isElapsed || !clock ? date + minutes : addWork(clock, date, minutes);
}
