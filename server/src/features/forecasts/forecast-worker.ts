// The thread that forecasts: a file of its own in the build, started by `jobs.ts`.
import { type ForecastProblem, forecastProject } from '@evenkeel/core/projects/project-forecast';
import { answerOrder } from '../../platform/jobs/thread-side.ts';

answerOrder((problem: ForecastProblem, { shouldStop, report }) =>
  forecastProject(problem, { shouldStop, onProgress: (done: number) => report(done) }),
);
