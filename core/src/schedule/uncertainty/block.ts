import { emptyDates, type Pass } from '../dates.ts';
import type { SampledNetwork } from './sampled-network.ts';

/** Dates of every task in a block of samples: those of one task lie side by side, `width` of them. */
export type Block = {
  readonly sampled: SampledNetwork;
  readonly width: number;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** How many times as long as planned the whole task takes. */
  readonly stretch: Float64Array;
  /** With people's limits: the task whose end let each begin, -1 where links alone did. */
  readonly heldBy: Int32Array;
  /** Shares, then bounds, of the node at hand. */
  readonly bound: Float64Array;
  /** The engine's own columns and a network whose values may be changed, for one sample at a time. */
  readonly scratch: Pass & { readonly floor: { today: number } };
};

/** Room for blocks of `width` samples. */
export function blockOf(sampled: SampledNetwork, width: number): Block {
  const { network } = sampled;
  const column = () => new Float64Array(network.count * width);
  const values = {
    ...network.values,
    duration: network.values.duration.slice(),
    placement: network.values.placement.slice(),
  };
  const setting = { ...network.setting };
  return {
    sampled,
    width,
    start: column(),
    finish: column(),
    stretch: column(),
    heldBy: new Int32Array(network.count * width).fill(-1),
    bound: new Float64Array(width),
    scratch: {
      // Before it no task begins; for one task at a time it is put off.
      floor: setting,
      network: { ...network, values, setting },
      dates: emptyDates(network.count),
      isSecond: false,
    },
  };
}
