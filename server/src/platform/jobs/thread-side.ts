import { parentPort, workerData } from 'node:worker_threads';

/** What a thread is started with. */
export type ThreadOrder = {
  readonly order: unknown;
  /** One whole number in shared memory: 1 asks to stop. */
  readonly stop: SharedArrayBuffer;
};

/** What a thread says. */
export type ThreadAnswer<Progress, Result> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: Result };

/** How work within a thread says how far it is, and hears that it is to stop. */
export type ThreadTies<Progress> = {
  readonly shouldStop: () => boolean;
  readonly report: (progress: Progress) => void;
};

/** In a thread's own module: does what it was started for. */
export function answerOrder<Order, Progress, Result>(
  work: (order: Order, ties: ThreadTies<Progress>) => Result | Promise<Result>,
): void {
  // Made by `startThread` alone.
  const { order, stop } = workerData as ThreadOrder;
  const flag = new Int32Array(stop);
  const send = (answer: ThreadAnswer<Progress, Result>) => parentPort?.postMessage(answer);
  // The caller of `startThread` names the type of its order.
  const result = work(order as Order, {
    shouldStop: () => Atomics.load(flag, 0) === 1,
    report: (progress) => send({ kind: 'progress', progress }),
  });
  // Work that fails ends the thread with its error.
  void Promise.resolve(result).then((came) => send({ kind: 'done', result: came }));
}
