import { Worker } from 'node:worker_threads';

/** A page set to print: a Typst source, and data that it reads as `sys.inputs.data`. */
export type Document = {
  /** Typst markup of ours; what people wrote travels in `data` only, so that it can do nothing. */
  readonly source: string;
  readonly data: unknown;
};

type Answer = { readonly id: number; readonly pdf?: Uint8Array; readonly error?: string };
type Waiting = { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void };

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a document as PDF/A-2b in a thread of its own, which starts with the first one. The fonts are
 * those within the compiler: nothing is fetched. Throws when the source has a mistake.
 */
export function renderPdf({ source, data }: Document): Promise<Uint8Array> {
  worker ??= startWorker();
  asked += 1;
  const id = asked;
  worker.postMessage({ id, source, data: JSON.stringify(data) });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/**
 * The thread's code as text, so that sources and bundle start it alike: it needs no file of its own.
 * Packages are found from this module.
 */
const code = `
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { NodeCompiler } = createRequire(workerData.from)('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create();
parentPort.on('message', ({ id, source, data }) => {
  try {
    const pdf = compiler.pdf(
      { mainFileContent: source, inputs: { data } },
      { pdfStandard: 'a-2b', creationTimestamp: Math.floor(Date.now() / 1000) },
    );
    compiler.evictCache(10);
    parentPort.postMessage({ id, pdf });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.message || error) });
  }
});`;

function startWorker(): Worker {
  const started = new Worker(code, { eval: true, workerData: { from: import.meta.url } });
  // A server that stops does not wait for it.
  started.unref();
  started.on('message', ({ id, pdf, error }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (pdf) one?.resolve(pdf);
    else one?.reject(new Error(`the document could not be set: ${error}`));
  });
  started.on('error', fail);
  started.on('exit', () => fail(new Error('the thread that sets documents ended')));
  return started;
}

/** Whoever waits is told; the next document starts a new thread. */
function fail(error: Error): void {
  worker = null;
  for (const one of waiting.values()) one.reject(error);
  waiting.clear();
}
