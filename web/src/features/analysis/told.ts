import { problemOf } from '../../ui/form/problem.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';

/** Runs a call; what was refused is said in a notice. Whether it went well. */
export async function told(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
    return false;
  }
}
