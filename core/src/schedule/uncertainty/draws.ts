import { at } from '../column.ts';
import { normalQuantile, normalShare } from './normal.ts';

/**
 * Shares for each task in each sample, out of the seed and the task's own id: in whatever order tasks
 * come and in whatever blocks samples are taken, each gets the same. Each task's shares cover 0 to 1
 * evenly, one in each of N equal strips (Latin hypercube: M. McKay, R. Beckman, W. Conover, 1979), which
 * steadies percentiles for the same number of samples.
 */
export type Draws = {
  /** Puts the task's shares, strictly between 0 and 1, in the samples from `first` on into `into`. */
  readonly fill: (stream: number, first: number, into: Float64Array) => void;
};

/**
 * @param correlation 0 to below 1: how far all tasks run over together, as the correlation of their
 * normal scores with each other (one common factor: J. R. van Dorp and M. Duffey, 1999).
 */
export function drawsOf(seed: number, samples: number, correlation = 0): Draws {
  const fillOwn: Draws['fill'] = (stream, first, into) => {
    const offset = (stream >>> 0) % samples;
    for (let i = 0; i < into.length; i += 1) {
      const strip = offset + permuted(first + i, samples, stream | 0);
      const within = withinStrip(stream | 0, first + i);
      into[i] = ((strip < samples ? strip : strip - samples) + within) / samples;
    }
  };
  if (correlation <= 0) return { fill: fillOwn };
  const [weight, rest] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const common = new Float64Array(samples);
  fillOwn(streamOf(seed, '\u0000common'), 0, common);
  for (let i = 0; i < samples; i += 1) common[i] = normalQuantile(at(common, i));
  return {
    fill: (stream, first, into) => {
      fillOwn(stream, first, into);
      for (let i = 0; i < into.length; i += 1) {
        const score = weight * at(common, first + i) + rest * normalQuantile(at(into, i));
        into[i] = Math.min(1 - 1e-9, Math.max(1e-9, normalShare(score)));
      }
    },
  };
}

/** The stream of a task: its id and the seed, mixed to 32 bits (FNV-1a, then the murmur3 finalizer). */
export function streamOf(seed: number, id: string): number {
  let hash = 0x811c9dc5 ^ mix(seed >>> 0);
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Where within its strip a share lies, strictly between 0 and 1. */
function withinStrip(stream: number, sample: number): number {
  let hash = stream ^ Math.imul(sample + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return ((hash >>> 1) + 0.5) / 2_147_483_648;
}

function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The place of `index` in a permutation of 0 to `length` - 1 that `pattern` names, without a table;
 * turned by an offset afterwards.
 * Source: A. Kensler, Correlated Multi-Jittered Sampling, Pixar technical memo 13-01 (2013).
 */
function permuted(index: number, length: number, pattern: number): number {
  const mask = 2 ** (32 - Math.clz32(length - 1)) - 1;
  let i = index;
  do {
    i = Math.imul(i ^ pattern, 0xe170893d);
    i ^= pattern >>> 16;
    i ^= (i & mask) >>> 4;
    i = Math.imul(i ^ (pattern >>> 8), 0x0929eb3f);
    i ^= pattern >>> 23;
    i ^= (i & mask) >>> 1;
    i = Math.imul(Math.imul(i, 1 | (pattern >>> 27)), 0x6935fa69);
    i ^= (i & mask) >>> 11;
    i = Math.imul(i, 0x74dcb303);
    i ^= (i & mask) >>> 2;
    i = Math.imul(i, 0x9e501cc3);
    i ^= (i & mask) >>> 2;
    i = Math.imul(i, 0xc860a3df) & mask;
    i ^= i >>> 5;
  } while (i >= length);
  return i;
}
